package ie.tradsessions.domain.session;

import ie.tradsessions.domain.InvalidValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.Nullable;

/** Dates of fifty years with all their clock changes and leap days, and every kind of schedule and timetable. */
public final class Schedules extends DomainContextBase {
    static final LocalDate FIRST = LocalDate.of(1995, 1, 1);
    static final LocalDate LAST = LocalDate.of(2045, 12, 31);

    @Provide
    Arbitrary<LocalDate> dates() {
        Arbitrary<LocalDate> any = Arbitraries.longs()
                .between(FIRST.toEpochDay(), LAST.toEpochDay())
                .map(LocalDate::ofEpochDay);
        // The turn of a year and of February is where calendars slip.
        Arbitrary<LocalDate> slippery = Combinators.combine(
                        Arbitraries.integers().between(FIRST.getYear() + 1, LAST.getYear()),
                        Arbitraries.of(Month.JANUARY, Month.MARCH),
                        Arbitraries.integers().between(-2, 1))
                .as((year, month, days) -> LocalDate.of(year, month, 1).plusDays(days));
        return Arbitraries.frequencyOf(Tuple.of(4, any), Tuple.of(1, slippery)).withoutEdgeCases();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/Dublin", "Europe/London", "America/New_York", "Australia/Sydney", "Asia/Tokyo")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Season> seasons() {
        return Combinators.combine(Arbitraries.of(Month.class), Arbitraries.of(Month.class))
                .as(Season::new)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Recurrence> recurrences() {
        return Arbitraries.oneOf(List.of(ruled(), listed(), irregular())).withoutEdgeCases();
    }

    /** Those whose dates follow a rule without end. */
    static Arbitrary<Recurrence> ruled() {
        Arbitrary<DayOfWeek> days = Arbitraries.of(DayOfWeek.class);
        Arbitrary<Recurrence> weekly = days.set().ofMinSize(1).map(Recurrence.Weekly::new);
        Arbitrary<Recurrence> everyNWeeks = Combinators.combine(
                        Arbitraries.integers().between(2, 52), new Schedules().dates(), days)
                .as(Recurrence.EveryNWeeks::new);
        Arbitrary<Recurrence> nthOfMonth = Combinators.combine(
                        Arbitraries.of(Ordinal.class).set().ofMinSize(1), days)
                .as(Recurrence.NthWeekdayOfMonth::new);
        return Arbitraries.oneOf(List.of(weekly, everyNWeeks, nthOfMonth)).withoutEdgeCases();
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        return Combinators.combine(
                        recurrences(),
                        times(),
                        times().injectNull(0.3),
                        seasons().injectNull(0.5))
                .as(Schedules::withoutContradiction)
                .withoutEdgeCases();
    }

    /** A schedule of these, without the season that would contradict the rest. */
    static Schedule withoutContradiction(
            Recurrence recurrence, LocalTime start, @Nullable LocalTime end, @Nullable Season season) {
        try {
            return Timetable.of(new Schedule(recurrence, start, end, season)).schedule();
        } catch (InvalidValue e) {
            return new Schedule(recurrence, start, end, null);
        }
    }

    /** Timetables with some nights cancelled or moved within two years of a date, and some that have ended. */
    @Provide
    Arbitrary<Timetable> timetables() {
        return Combinators.combine(
                        schedules(),
                        new Schedules().dates(),
                        statuses().list().ofMaxSize(6),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(-400, 400).injectNull(0.7))
                .as((schedule, about, statuses, step, endsAfter) -> {
                    NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
                    LocalDate date = about.minusYears(1);
                    for (OccurrenceStatus status : statuses) {
                        LocalDate night = schedule.onOrAfter(date).orElse(date);
                        boolean irregular = schedule.recurrence() instanceof Recurrence.Irregular;
                        if (irregular
                                || (schedule.includes(night) && !(status instanceof OccurrenceStatus.Scheduled))) {
                            changes.put(night, status);
                        }
                        date = night.plusDays(step * 7L);
                    }
                    return new Timetable(schedule, changes, endsAfter == null ? null : about.plusDays(endsAfter));
                })
                .withoutEdgeCases();
    }

    private static Arbitrary<OccurrenceStatus> statuses() {
        return Arbitraries.oneOf(List.of(
                Arbitraries.just(new OccurrenceStatus.Scheduled()),
                Arbitraries.just(new OccurrenceStatus.Cancelled("funeral")),
                times().map(time -> new OccurrenceStatus.Moved(null, time, null))));
    }

    private static Arbitrary<LocalTime> times() {
        return Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.of(minute / 60, minute % 60));
    }

    private static Arbitrary<Recurrence> listed() {
        return new Schedules().dates().list().ofMinSize(1).ofMaxSize(12).map(Recurrence.Dates::new);
    }

    private static Arbitrary<Recurrence> irregular() {
        return Arbitraries.just(new Recurrence.Irregular("when the boats are in"));
    }
}
