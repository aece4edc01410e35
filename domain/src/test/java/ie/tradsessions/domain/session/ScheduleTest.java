package ie.tradsessions.domain.session;

import static ie.tradsessions.domain.session.Schedules.FIRST;
import static ie.tradsessions.domain.session.Schedules.LAST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.InvalidValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(Schedules.class)
@Domain(DomainContext.Global.class)
class ScheduleTest {
    /** Further ahead than this a schedule need not look. */
    private static final int HORIZON_YEARS = 8;

    @Property
    void the_dates_between_two_dates_are_those_that_the_rule_means(
            @ForAll Schedule schedule, @ForAll LocalDate from, @ForAll @IntRange(min = -3, max = 800) int days) {
        LocalDate to = from.plusDays(days);

        assertThat(schedule.between(from, to)).isEqualTo(ScheduleModel.nights(schedule, from, to));
    }

    @Property
    void a_date_is_included_if_the_rule_means_it(@ForAll Schedule schedule, @ForAll LocalDate date) {
        assertThat(schedule.includes(date)).isEqualTo(ScheduleModel.hasNight(schedule, date));
    }

    @Property
    void the_next_date_is_the_first_that_the_rule_means(@ForAll Schedule schedule, @ForAll LocalDate from) {
        LocalDate horizon = from.plusYears(HORIZON_YEARS);
        LocalDate meant = from.datesUntil(horizon.plusDays(1))
                .filter(date -> ScheduleModel.hasNight(schedule, date))
                .findFirst()
                .orElse(null);

        LocalDate found = schedule.onOrAfter(from).orElse(null);

        if (meant == null && found != null) {
            assertThat(found).isAfter(horizon);
            assertThat(ScheduleModel.hasNight(schedule, found)).isTrue();
        } else {
            assertThat(found).isEqualTo(meant);
        }
    }

    @Property
    void the_last_dates_before_a_date_are_those_that_the_rule_means(
            @ForAll Schedule schedule, @ForAll LocalDate before, @ForAll @IntRange(max = 10) int most) {
        List<LocalDate> meant =
                ScheduleModel.nights(schedule, before.minusYears(HORIZON_YEARS).plusDays(1), before.minusDays(1));

        assertThat(schedule.lastBefore(before, most))
                .isEqualTo(meant.subList(Math.max(0, meant.size() - most), meant.size()));
    }

    @Property
    void every_date_of_a_rule_falls_on_one_of_its_weekdays(@ForAll Schedule schedule, @ForAll LocalDate from) {
        assertThat(schedule.between(from, from.plusYears(1)))
                .allMatch(date -> schedule.recurrence().weekdays().contains(date.getDayOfWeek()));
    }

    @Test
    void a_session_of_every_thursday_has_one_a_week() {
        Schedule thursdays = weekly(DayOfWeek.THURSDAY);

        assertThat(thursdays.between(LocalDate.of(2026, 12, 24), LocalDate.of(2027, 1, 7)))
                .containsExactly(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 7));
    }

    @Test
    void a_fortnight_runs_from_its_anchor_both_ways_and_across_a_year_of_53_weeks() {
        // 2026 has 53 weeks, which breaks whoever counts by the number of the week.
        Schedule fortnightly = Schedule.of(
                new Recurrence.EveryNWeeks(2, LocalDate.of(2026, 12, 23), DayOfWeek.MONDAY), LocalTime.of(21, 0));

        assertThat(fortnightly.between(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31)))
                .containsExactly(
                        LocalDate.of(2026, 12, 7),
                        LocalDate.of(2026, 12, 21),
                        LocalDate.of(2027, 1, 4),
                        LocalDate.of(2027, 1, 18));
    }

    @Test
    void any_day_of_a_week_anchors_that_week() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        for (int day = 0; day < 7; day++) {
            Schedule schedule = Schedule.of(
                    new Recurrence.EveryNWeeks(3, monday.plusDays(day), DayOfWeek.WEDNESDAY), LocalTime.of(21, 0));
            assertThat(schedule.onOrAfter(monday)).contains(LocalDate.of(2026, 11, 25));
            assertThat(schedule.onOrAfter(LocalDate.of(2026, 11, 26))).contains(LocalDate.of(2026, 12, 16));
        }
    }

    @Test
    void in_a_month_of_five_fridays_the_fourth_is_not_the_last() {
        Schedule fourthAndLast = nth(Set.of(Ordinal.FOURTH, Ordinal.LAST), DayOfWeek.FRIDAY);

        // October 2026 has five Fridays, November four.
        assertThat(fourthAndLast.between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 30)))
                .containsExactly(LocalDate.of(2026, 10, 23), LocalDate.of(2026, 10, 30), LocalDate.of(2026, 11, 27));
    }

    @Test
    void a_leap_day_can_be_the_last_thursday_of_its_month() {
        Schedule last = nth(Set.of(Ordinal.LAST), DayOfWeek.THURSDAY);

        assertThat(last.includes(LocalDate.of(2024, 2, 29))).isTrue();
        assertThat(last.includes(LocalDate.of(2024, 2, 22))).isFalse();
    }

    @Test
    void a_session_from_october_to_june_rests_in_summer() {
        Schedule winter = new Schedule(
                new Recurrence.Weekly(Set.of(DayOfWeek.SUNDAY)),
                LocalTime.of(17, 0),
                null,
                new Season(Month.OCTOBER, Month.JUNE));

        assertThat(winter.onOrAfter(LocalDate.of(2026, 6, 29))).contains(LocalDate.of(2026, 10, 4));
        assertThat(winter.lastBefore(LocalDate.of(2026, 10, 4), 1)).containsExactly(LocalDate.of(2026, 6, 28));
        assertThat(winter.between(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)))
                .isEmpty();
    }

    @Property
    void dates_that_are_listed_lie_within_the_season(
            @ForAll @Size(min = 1, max = 5) List<LocalDate> dates, @ForAll Season season) {
        Recurrence.Dates recurrence = new Recurrence.Dates(dates);

        if (dates.stream().allMatch(season::contains)) {
            assertThat(schedule(recurrence, season).between(FIRST, LAST)).isEqualTo(recurrence.dates());
        } else {
            LocalDate outside = recurrence.dates().stream()
                    .filter(date -> !season.contains(date))
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(() -> schedule(recurrence, season))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessage("schedule.dates: dates within the season " + season.from() + " to " + season.to() + "; "
                            + outside + " is outside");
        }
    }

    @Test
    void a_session_whose_rule_never_falls_in_its_season_is_refused() {
        Recurrence yearly = new Recurrence.EveryNWeeks(52, LocalDate.of(2026, 12, 24), DayOfWeek.THURSDAY);
        Schedule never = schedule(yearly, new Season(Month.JULY, Month.JULY));
        Schedule decembers = schedule(yearly, new Season(Month.DECEMBER, Month.DECEMBER));

        assertThatThrownBy(() -> Timetable.of(never))
                .hasMessage("schedule.season: months in which the rule has a night; it never falls in these");
        assertThatThrownBy(() -> Timetable.of(decembers).with(never)).isInstanceOf(InvalidValue.class);
        assertThat(Timetable.of(decembers).hasNightOn(LocalDate.of(2026, 12, 24)))
                .isTrue();
    }

    @Test
    void dates_that_are_listed_end_with_the_last() {
        LocalDate first = LocalDate.of(2026, 12, 26);
        LocalDate second = LocalDate.of(2027, 3, 17);
        Schedule dates = Schedule.of(new Recurrence.Dates(List.of(second, first, second)), LocalTime.of(14, 0));

        assertThat(dates.between(LocalDate.of(2026, 1, 1), LocalDate.of(2030, 1, 1)))
                .containsExactly(first, second);
        assertThat(dates.onOrAfter(second.plusDays(1))).isEmpty();
        assertThat(dates.lastBefore(LocalDate.of(2026, 12, 26), 3)).isEmpty();
    }

    @Test
    void a_start_and_an_end_are_told_to_the_minute() {
        Schedule schedule = new Schedule(
                new Recurrence.Weekly(Set.of(DayOfWeek.MONDAY)),
                LocalTime.of(21, 30, 59, 7),
                LocalTime.of(23, 45, 1),
                null);

        assertThat(schedule.start()).isEqualTo(LocalTime.of(21, 30));
        assertThat(schedule.end()).isEqualTo(LocalTime.of(23, 45));
    }

    private static Schedule schedule(Recurrence recurrence, Season season) {
        return new Schedule(recurrence, LocalTime.of(21, 0), null, season);
    }

    private static Schedule weekly(DayOfWeek... days) {
        return Schedule.of(new Recurrence.Weekly(Set.of(days)), LocalTime.of(21, 30));
    }

    private static Schedule nth(Set<Ordinal> ordinals, DayOfWeek day) {
        return Schedule.of(new Recurrence.NthWeekdayOfMonth(ordinals, day), LocalTime.of(21, 30));
    }
}
