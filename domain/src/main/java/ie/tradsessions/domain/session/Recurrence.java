package ie.tradsessions.domain.session;

import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rule by which the dates of a session follow one another, without end, without time of day and without season. */
public sealed interface Recurrence {
    int WEEK = 7;
    int MONTH = 31;

    /** The first date of the rule on or after {@code date}, or null where the rule has none. */
    @Nullable
    LocalDate onOrAfter(LocalDate date);

    /** The last date of the rule on or before {@code date}, or null where the rule has none. */
    @Nullable
    LocalDate onOrBefore(LocalDate date);

    /** The weekdays on which the rule falls; none where it is irregular. */
    Set<DayOfWeek> weekdays();

    /** How many days there usually are from one date of the rule to the next; a week where nobody can tell. */
    int usualGap();

    /** The rule as it is written wherever it is on the same dates; another anchor of one rhythm changes no date. */
    default Recurrence canonical() {
        return this;
    }

    /** Every week, on one weekday or several. */
    record Weekly(Set<DayOfWeek> days) implements Recurrence {
        public Weekly {
            if (days.isEmpty()) {
                throw new InvalidValue("schedule.days", "at least one weekday");
            }
            days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        }

        @Override
        public LocalDate onOrAfter(LocalDate date) {
            LocalDate day = date;
            while (!days.contains(day.getDayOfWeek())) {
                day = day.plusDays(1);
            }
            return day;
        }

        @Override
        public LocalDate onOrBefore(LocalDate date) {
            LocalDate day = date;
            while (!days.contains(day.getDayOfWeek())) {
                day = day.minusDays(1);
            }
            return day;
        }

        @Override
        public Set<DayOfWeek> weekdays() {
            return days;
        }

        @Override
        public int usualGap() {
            return WEEK;
        }
    }

    /**
     * Once in so many weeks.
     *
     * @param weeks 2 to 52
     * @param anchor any date in a week (Monday to Sunday) that has a session; the rule runs from there both ways
     */
    record EveryNWeeks(int weeks, LocalDate anchor, DayOfWeek day) implements Recurrence {
        public EveryNWeeks {
            if (weeks < 2 || weeks > 52) {
                throw new InvalidValue("schedule.weeks", "2 to 52; a session of every week is WEEKLY");
            }
            CalendarYears.checked("schedule.anchor", anchor);
        }

        @Override
        public LocalDate onOrAfter(LocalDate date) {
            LocalDate candidate = date.with(nextOrSame(day));
            long ahead = Math.floorMod(-WEEKS.between(phase(), candidate), (long) weeks);
            return candidate.plusWeeks(ahead);
        }

        @Override
        public LocalDate onOrBefore(LocalDate date) {
            LocalDate candidate = date.with(previousOrSame(day));
            long behind = Math.floorMod(WEEKS.between(phase(), candidate), (long) weeks);
            return candidate.minusWeeks(behind);
        }

        @Override
        public Set<DayOfWeek> weekdays() {
            return Set.of(day);
        }

        @Override
        public int usualGap() {
            return weeks * WEEK;
        }

        @Override
        public Recurrence canonical() {
            return new EveryNWeeks(weeks, onOrAfter(LocalDate.EPOCH), day);
        }

        /** The session's day in the anchor's week. */
        private LocalDate phase() {
            return anchor.with(day);
        }
    }

    /** Some of a weekday's turns in every month: the first and third Friday, the last Sunday. */
    record NthWeekdayOfMonth(Set<Ordinal> ordinals, DayOfWeek day) implements Recurrence {
        public NthWeekdayOfMonth {
            if (ordinals.isEmpty()) {
                throw new InvalidValue("schedule.ordinals", "at least one of FIRST, SECOND, THIRD, FOURTH, LAST");
            }
            ordinals = Collections.unmodifiableSet(EnumSet.copyOf(ordinals));
        }

        @Override
        public LocalDate onOrAfter(LocalDate date) {
            return in(YearMonth.from(date))
                    .filter(day -> !day.isBefore(date))
                    .min(Comparator.naturalOrder())
                    .orElseGet(() -> in(YearMonth.from(date).plusMonths(1))
                            .min(Comparator.naturalOrder())
                            .orElseThrow());
        }

        @Override
        public LocalDate onOrBefore(LocalDate date) {
            return in(YearMonth.from(date))
                    .filter(day -> !day.isAfter(date))
                    .max(Comparator.naturalOrder())
                    .orElseGet(() -> in(YearMonth.from(date).minusMonths(1))
                            .max(Comparator.naturalOrder())
                            .orElseThrow());
        }

        @Override
        public Set<DayOfWeek> weekdays() {
            return Set.of(day);
        }

        @Override
        public int usualGap() {
            return MONTH;
        }

        private Stream<LocalDate> in(YearMonth month) {
            return ordinals.stream().map(ordinal -> ordinal.of(day, month));
        }
    }

    /** Just these dates, in order; at most {@value #MAX_DATES}. */
    record Dates(List<LocalDate> dates) implements Recurrence {
        private static final int MAX_DATES = 200;

        public Dates {
            dates.forEach(date -> CalendarYears.checked("schedule.dates", date));
            dates = List.copyOf(new TreeSet<>(dates));
            if (dates.isEmpty() || dates.size() > MAX_DATES) {
                throw new InvalidValue("schedule.dates", "1 to " + MAX_DATES + " dates");
            }
        }

        @Override
        public @Nullable LocalDate onOrAfter(LocalDate date) {
            return dates.stream().filter(day -> !day.isBefore(date)).findFirst().orElse(null);
        }

        @Override
        public @Nullable LocalDate onOrBefore(LocalDate date) {
            return dates.reversed().stream()
                    .filter(day -> !day.isAfter(date))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Set<DayOfWeek> weekdays() {
            EnumSet<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
            dates.forEach(date -> weekdays.add(date.getDayOfWeek()));
            return Collections.unmodifiableSet(weekdays);
        }

        @Override
        public int usualGap() {
            long days = dates.getLast().toEpochDay() - dates.getFirst().toEpochDay();
            return dates.size() == 1 ? WEEK : Math.toIntExact(days / (dates.size() - 1));
        }
    }

    /**
     * No rule that a calendar could follow.
     *
     * @param note when it is on, in somebody's words: 1 to 200 characters
     */
    record Irregular(String note) implements Recurrence {
        public Irregular {
            note = Text.line("schedule.note", note, 200);
        }

        @Override
        public @Nullable LocalDate onOrAfter(LocalDate date) {
            return null;
        }

        @Override
        public @Nullable LocalDate onOrBefore(LocalDate date) {
            return null;
        }

        @Override
        public Set<DayOfWeek> weekdays() {
            return Set.of();
        }

        @Override
        public int usualGap() {
            return WEEK;
        }
    }
}
