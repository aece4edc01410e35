package ie.tradsessions.domain.session;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Who shared a session with the others, and when.
 *
 * @param by the name under which that person is known here, 1 to {@value #MAX_NAME_LENGTH} characters
 */
public record Shared(String by, Instant at) {
    public static final int MAX_NAME_LENGTH = 60;

    public Shared {
        by = Text.line("shared.by", by, MAX_NAME_LENGTH);
        CalendarYears.checked("shared.at", at);
    }

    /** On a day of which nobody knows the hour: at noon. */
    public static Shared on(LocalDate day, ZoneId zone, String by) {
        return new Shared(by, day.atTime(LocalTime.NOON).atZone(zone).toInstant());
    }
}
