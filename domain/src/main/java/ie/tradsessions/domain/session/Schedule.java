package ie.tradsessions.domain.session;

import ie.tradsessions.domain.InvalidValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final Duration SAME_START = Duration.ofHours(1);

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

    /**
     * Whether it may be of one session with another schedule at the same venue: it is on one of the same weekdays or, where
     * one of the two has none, it has the same kind of rule; and it starts within an hour of the other.
     */
    public boolean mayBeTheSameAs(Schedule other) {
        Set<DayOfWeek> days = recurrence.weekdays();
        Set<DayOfWeek> otherDays = other.recurrence.weekdays();
        boolean sameNights = (days.isEmpty() || otherDays.isEmpty())
                ? recurrence.getClass().equals(other.recurrence.getClass())
                : days.stream().anyMatch(otherDays::contains);
        return sameNights && apart(start, other.start).compareTo(SAME_START) <= 0;
    }

    private static Duration apart(LocalTime one, LocalTime other) {
        LocalDate anyDay = LocalDate.EPOCH;
        return Duration.between(Night.at(anyDay, one), Night.at(anyDay, other)).abs();
    }
}
