package ie.tradsessions.application.search;

import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Timetable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The first day on which {@link ListedSession#hasEnded} says that a session has ended, as a day of the epoch. On all later days it says the same.
 */
final class EndDay {
    static final int NEVER = Integer.MAX_VALUE;
    static final int ALWAYS = Integer.MIN_VALUE;

    /** It cannot be told in advance: the timetable has to be asked about each day. */
    static final int UNKNOWN = Integer.MAX_VALUE - 1;

    /** Days of the epoch further away are not worth a number. */
    private static final int MAX_DAY = 10_000_000;

    private EndDay() {}

    /** @param over whether players say that it is over, or its venue is surely closed */
    static int of(Timetable timetable, boolean over) {
        LocalDate endedOn = timetable.endedOn();
        Recurrence recurrence = timetable.schedule().recurrence();
        boolean everyYear = recurrence instanceof Recurrence.Weekly
                || recurrence instanceof Recurrence.NthWeekdayOfMonth
                || (recurrence instanceof Recurrence.EveryNWeeks
                        && timetable.schedule().season() == null);
        if (over) {
            return ALWAYS;
        }
        if (recurrence instanceof Recurrence.Irregular) {
            return endedOn == null ? NEVER : day(endedOn);
        }
        if (everyYear) {
            return endedOn == null
                    ? NEVER
                    : dayBehind(timetable.datesBefore(endedOn, 1).stream()
                            .findFirst()
                            .orElse(null));
        }
        if (recurrence instanceof Recurrence.Dates(var dates)
                && timetable.schedule().season() == null) {
            return dayBehind(dates.reversed().stream()
                    .filter(date -> endedOn == null || date.isBefore(endedOn))
                    .findFirst()
                    .orElse(null));
        }
        // Whether a season and a rule that is not in every year meet again depends on the years to come.
        return UNKNOWN;
    }

    private static int dayBehind(@Nullable LocalDate lastNight) {
        return lastNight == null ? ALWAYS : day(lastNight.plusDays(1));
    }

    private static int day(LocalDate date) {
        long day = date.toEpochDay();
        return Math.abs(day) > MAX_DAY ? UNKNOWN : (int) day;
    }
}
