package ie.tradsessions.domain.moderation;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A decision, and why.
 *
 * @param note what the author is told of it, 1 to {@value #MAX_NOTE} characters
 * @param at to the millisecond
 */
public record Decided(Decision decision, String note, Instant at) {
    public static final int MAX_NOTE = 1_000;

    public Decided {
        note = Text.lines("note", note, MAX_NOTE);
        at = CalendarYears.checked("at", at).truncatedTo(ChronoUnit.MILLIS);
    }
}
