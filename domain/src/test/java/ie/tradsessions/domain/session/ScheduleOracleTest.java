package ie.tradsessions.domain.session;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;

/** Schedules against lib-recur, which reads the same rules as RFC 5545 writes them. */
@Domain(Schedules.class)
@Domain(DomainContext.Global.class)
class ScheduleOracleTest {
    @Property
    void a_schedule_has_the_dates_that_a_calendar_gives_it(
            @ForAll("ruled") Schedule schedule,
            @ForAll LocalDate from,
            @ForAll @IntRange(min = 1, max = 1500) int days) {
        assertSameDates(schedule, from, from.plusDays(days));
    }

    @Property(tries = 200_000)
    @Tag("long")
    void very_many_schedules_have_the_dates_that_a_calendar_gives_them(
            @ForAll("ruled") Schedule schedule,
            @ForAll LocalDate from,
            @ForAll @IntRange(min = 1, max = 1500) int days) {
        assertSameDates(schedule, from, from.plusDays(days));
    }

    @Property
    void a_night_begins_when_a_calendar_says(
            @ForAll("evenings") Schedule schedule, @ForAll LocalDate from, @ForAll ZoneId zone) {
        assertSameInstants(schedule, from, from.plusDays(400), zone);
    }

    @Property(tries = 200_000)
    @Tag("long")
    void very_many_nights_begin_when_a_calendar_says(
            @ForAll("evenings") Schedule schedule, @ForAll LocalDate from, @ForAll ZoneId zone) {
        assertSameInstants(schedule, from, from.plusDays(400), zone);
    }

    /** Every clock change, New Year, leap day and month with five Fridays of fifty years. */
    @Test
    void fifty_years_of_every_kind_of_schedule_agree_with_a_calendar() {
        LocalDate anchor = Schedules.FIRST;
        for (DayOfWeek day : DayOfWeek.values()) {
            for (Season season : new Season[] {null, new Season(Month.OCTOBER, Month.JUNE)}) {
                for (Recurrence recurrence : List.<Recurrence>of(
                        new Recurrence.Weekly(Set.of(day)),
                        new Recurrence.EveryNWeeks(2, anchor, day),
                        new Recurrence.EveryNWeeks(5, anchor, day),
                        new Recurrence.NthWeekdayOfMonth(EnumSet.of(Ordinal.FIRST, Ordinal.THIRD), day),
                        new Recurrence.NthWeekdayOfMonth(EnumSet.of(Ordinal.FOURTH, Ordinal.LAST), day))) {
                    Schedule schedule = new Schedule(recurrence, LocalTime.of(21, 30), null, season);
                    assertSameDates(schedule, anchor, Schedules.LAST);
                    assertSameInstants(schedule, anchor, Schedules.LAST, ZoneId.of("Europe/Dublin"));
                }
            }
        }
    }

    @Provide
    Arbitrary<Schedule> ruled() {
        return schedules(Arbitraries.just(LocalTime.of(21, 30)));
    }

    /** After four in the morning: where a zone leaves an hour out, calendars differ in what they make of it. */
    @Provide
    Arbitrary<Schedule> evenings() {
        return schedules(Arbitraries.integers()
                .between(4 * 60, 24 * 60 - 1)
                .map(minute -> LocalTime.of(minute / 60, minute % 60)));
    }

    private static Arbitrary<Schedule> schedules(Arbitrary<LocalTime> starts) {
        return Combinators.combine(
                        Schedules.ruled(), starts, new Schedules().seasons().injectNull(0.5))
                .as((recurrence, start, season) -> Schedules.withoutContradiction(recurrence, start, null, season))
                .withoutEdgeCases();
    }

    private static void assertSameDates(Schedule schedule, LocalDate from, LocalDate to) {
        LocalDate first = firstOf(schedule, from);
        RecurrenceRuleIterator calendar = rule(schedule)
                .iterator(new DateTime(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth()));
        List<LocalDate> expected = new ArrayList<>();
        while (calendar.hasNext()) {
            DateTime next = calendar.nextDateTime();
            LocalDate date = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (date.isAfter(to)) {
                break;
            }
            if (!date.isBefore(from)) {
                expected.add(date);
            }
        }
        assertThat(schedule.between(first.isAfter(from) ? first : from, to))
                .as("%s from %s", rule(schedule), first)
                .isEqualTo(expected);
    }

    private static void assertSameInstants(Schedule schedule, LocalDate from, LocalDate to, ZoneId zone) {
        LocalDate first = firstOf(schedule, from);
        LocalTime start = schedule.start();
        RecurrenceRuleIterator calendar = rule(schedule)
                .iterator(new DateTime(
                        TimeZone.getTimeZone(zone),
                        first.getYear(),
                        first.getMonthValue() - 1,
                        first.getDayOfMonth(),
                        start.getHour(),
                        start.getMinute(),
                        0));
        Instant earliest = from.atStartOfDay(zone).toInstant();
        Instant latest = to.plusDays(1).atStartOfDay(zone).toInstant();
        List<Instant> expected = new ArrayList<>();
        while (calendar.hasNext()) {
            Instant next = Instant.ofEpochMilli(calendar.nextMillis());
            if (!next.isBefore(latest)) {
                break;
            }
            if (!next.isBefore(earliest)) {
                expected.add(next);
            }
        }
        assertThat(Timetable.of(schedule).between(first.isAfter(from) ? first : from, to, zone))
                .as("%s at %s in %s from %s", rule(schedule), start, zone, first)
                .extracting(night -> night.start().toInstant())
                .isEqualTo(expected);
    }

    /** A rule of every so many weeks runs from its anchor; others may start anywhere. */
    private static LocalDate firstOf(Schedule schedule, LocalDate from) {
        return schedule.recurrence() instanceof Recurrence.EveryNWeeks everyNWeeks ? everyNWeeks.anchor() : from;
    }

    private static RecurrenceRule rule(Schedule schedule) {
        String rule = switch (schedule.recurrence()) {
            case Recurrence.Weekly(var days) ->
                "FREQ=WEEKLY;BYDAY="
                        + days.stream().map(ScheduleOracleTest::day).collect(joining(","));
            case Recurrence.EveryNWeeks(int weeks, var anchor, var day) ->
                "FREQ=WEEKLY;WKST=MO;INTERVAL=" + weeks + ";BYDAY=" + day(day);
            case Recurrence.NthWeekdayOfMonth(var ordinals, var day) ->
                "FREQ=MONTHLY;BYDAY="
                        + ordinals.stream()
                                .map(ordinal -> turn(ordinal) + day(day))
                                .collect(joining(","));
            case Recurrence.Dates dates -> throw new IllegalArgumentException("no rule: " + dates);
            case Recurrence.Irregular irregular -> throw new IllegalArgumentException("no rule: " + irregular);
        };
        Season season = schedule.season();
        try {
            return new RecurrenceRule(season == null ? rule : rule + ";BYMONTH=" + months(season));
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }

    private static String turn(Ordinal ordinal) {
        return switch (ordinal) {
            case FIRST -> "1";
            case SECOND -> "2";
            case THIRD -> "3";
            case FOURTH -> "4";
            case LAST -> "-1";
        };
    }

    private static String day(DayOfWeek day) {
        return day.name().substring(0, 2).toUpperCase(Locale.ROOT);
    }

    private static String months(Season season) {
        int count = Math.floorMod(season.to().getValue() - season.from().getValue(), 12) + 1;
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(season.from().plus(i).getValue()))
                .collect(joining(","));
    }
}
