package ie.tradsessions.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The rule for dates: of the years in which somebody plays. Beyond them the day after may not exist, and the formats of
 * other programs have no room.
 */
public final class CalendarYears {
    private static final int FIRST = 1900;
    private static final int LAST = 2199;
    private static final Instant BEGIN =
            LocalDate.of(FIRST, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant END =
            LocalDate.of(LAST + 1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private CalendarYears() {}

    /** @throws InvalidValue if {@code date} lies before 1900 or after 2199 */
    public static LocalDate checked(String field, LocalDate date) {
        if (date.getYear() < FIRST || date.getYear() > LAST) {
            throw outside(field);
        }
        return date;
    }

    /** @throws InvalidValue if {@code instant} lies before 1900 or after 2199 */
    public static Instant checked(String field, Instant instant) {
        if (instant.isBefore(BEGIN) || !instant.isBefore(END)) {
            throw outside(field);
        }
        return instant;
    }

    private static InvalidValue outside(String field) {
        return new InvalidValue(field, "a date of the years " + FIRST + " to " + LAST);
    }
}
