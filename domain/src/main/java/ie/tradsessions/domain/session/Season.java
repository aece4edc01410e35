package ie.tradsessions.domain.session;

import java.time.LocalDate;
import java.time.Month;

/**
 * The months of the year in which a session runs, first and last included. It may wrap the year: October to June.
 */
public record Season(Month from, Month to) {
    public boolean contains(LocalDate date) {
        Month month = date.getMonth();
        return from.compareTo(to) <= 0
                ? month.compareTo(from) >= 0 && month.compareTo(to) <= 0
                : month.compareTo(from) >= 0 || month.compareTo(to) <= 0;
    }

    /** The first day of the season on or after {@code date}. */
    LocalDate firstDayOnOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!contains(day)) {
            day = day.withDayOfMonth(1).plusMonths(1);
        }
        return day;
    }
}
