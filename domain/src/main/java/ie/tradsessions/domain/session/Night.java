package ie.tradsessions.domain.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A night is an evening and the small hours after it, until four in the morning by the clock of the venue. It is named by
 * the date of the evening: what begins on "Friday at 00:30" begins half an hour after Friday has ended by the calendar.
 */
public final class Night {
    /** Times before it belong to the night of the evening before. */
    private static final LocalTime MORNING = LocalTime.of(4, 0);

    private Night() {}

    /** The date of the night that an instant belongs to. */
    public static LocalDate of(Instant instant, ZoneId zone) {
        // By the clock and not by elapsed time, which differ in a night when the clocks change.
        return LocalDateTime.ofInstant(instant, zone)
                .minusHours(MORNING.getHour())
                .toLocalDate();
    }

    /** What calendar and clock show when it is {@code time} in the night of {@code date}. */
    public static LocalDateTime at(LocalDate date, LocalTime time) {
        return (time.isBefore(MORNING) ? date.plusDays(1) : date).atTime(time);
    }
}
