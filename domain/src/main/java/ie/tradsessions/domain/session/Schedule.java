package ie.tradsessions.domain.session;

import ie.tradsessions.domain.InvalidValue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a session is on, as the clock of its venue shows it: 21:30 stays 21:30 when the clocks change. Its weekdays and
 * dates are those of nights, see {@link Night}: "Fridays at 00:30" is in the small hours after Friday evening.
 *
 * @param start when it starts, to the minute
 * @param end when it ends, or null where nobody has said; at or before {@code start} means the next day
 * @param season the months in which it runs, or null for the whole year; dates that are listed one by one lie within it
 */
public record Schedule(
        Recurrence recurrence,
        LocalTime start,
        @Nullable LocalTime end,
        @Nullable Season season) {
    /**
     * How far a date is looked for, in years. A rule and a season that do not meet within that time (one night in 52
     * weeks, and never in its month) are taken not to meet.
     */
    private static final int HORIZON_YEARS = 8;

    public Schedule {
        start = start.withSecond(0).withNano(0);
        end = end == null ? null : end.withSecond(0).withNano(0);
        if (season != null && recurrence instanceof Recurrence.Dates listed) {
            checkWithin(season, listed);
        }
    }

    public static Schedule of(Recurrence recurrence, LocalTime start) {
        return new Schedule(recurrence, start, null, null);
    }

    private static void checkWithin(Season season, Recurrence.Dates listed) {
        for (LocalDate date : listed.dates()) {
            if (!season.contains(date)) {
                throw new InvalidValue(
                        "schedule.dates",
                        "dates within the season " + season.from() + " to " + season.to() + "; " + date
                                + " is outside");
            }
        }
    }

    /** The first date on or after {@code from}. */
    public Optional<LocalDate> onOrAfter(LocalDate from) {
        LocalDate horizon = from.plusYears(HORIZON_YEARS);
        LocalDate date = recurrence.onOrAfter(from);
        while (date != null && season != null && !season.contains(date)) {
            if (date.isAfter(horizon)) {
                return Optional.empty();
            }
            date = recurrence.onOrAfter(season.firstDayOnOrAfter(date));
        }
        return Optional.ofNullable(date);
    }

    /** Whether the rule never falls in the season, so that there is no night at all. */
    boolean isEmpty() {
        return recurrence instanceof Recurrence.EveryNWeeks(var weeks, var anchor, var day)
                && onOrAfter(anchor).isEmpty();
    }

    /** The dates from {@code from} to {@code to}, both included, in order. */
    public List<LocalDate> between(LocalDate from, LocalDate to) {
        List<LocalDate> dates = new ArrayList<>();
        Optional<LocalDate> date = onOrAfter(from);
        while (date.isPresent() && !date.get().isAfter(to)) {
            dates.add(date.get());
            date = onOrAfter(date.get().plusDays(1));
        }
        return dates;
    }

    /** The last {@code max} dates before {@code before}, in order. */
    public List<LocalDate> lastBefore(LocalDate before, int max) {
        List<LocalDate> dates = new ArrayList<>();
        LocalDate horizon = before.minusYears(HORIZON_YEARS);
        LocalDate date = recurrence.onOrBefore(before.minusDays(1));
        while (date != null && dates.size() < max && date.isAfter(horizon)) {
            if (season == null || season.contains(date)) {
                dates.add(date);
            }
            date = recurrence.onOrBefore(date.minusDays(1));
        }
        return dates.reversed();
    }

    public boolean includes(LocalDate date) {
        return (season == null || season.contains(date)) && date.equals(recurrence.onOrAfter(date));
    }
}
