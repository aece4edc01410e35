package ie.tradsessions.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.InvalidValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@Domain(Schedules.class)
class RecurrenceTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 24);

    @Property
    void looking_back_finds_what_looking_ahead_finds(@ForAll Recurrence recurrence, @ForAll LocalDate date) {
        LocalDate ahead = recurrence.onOrAfter(date);
        if (ahead != null) {
            assertThat(recurrence.onOrBefore(ahead)).isEqualTo(ahead);
            assertThat(recurrence.onOrAfter(ahead)).isEqualTo(ahead);
        }
        LocalDate back = recurrence.onOrBefore(date);
        if (back != null) {
            assertThat(recurrence.onOrAfter(back)).isEqualTo(back);
            assertThat(back.isBefore(date) || back.equals(ahead)).isTrue();
        }
    }

    @Test
    void a_rule_says_when() {
        assertRefused("schedule.days", () -> new Recurrence.Weekly(Set.of()));
        assertRefused("schedule.ordinals", () -> new Recurrence.NthWeekdayOfMonth(Set.of(), DayOfWeek.MONDAY));
        assertRefused("schedule.dates", () -> new Recurrence.Dates(List.of()));
        assertRefused("schedule.note", () -> new Recurrence.Irregular("  "));
    }

    @Test
    void every_week_is_not_a_number_of_weeks_and_a_year_is_the_longest() {
        assertRefused("schedule.weeks", () -> new Recurrence.EveryNWeeks(1, DATE, DayOfWeek.MONDAY));
        assertRefused("schedule.weeks", () -> new Recurrence.EveryNWeeks(53, DATE, DayOfWeek.MONDAY));
        assertThat(new Recurrence.EveryNWeeks(52, DATE, DayOfWeek.TUESDAY).onOrAfter(DATE))
                .isEqualTo(DATE);
    }

    @Test
    void at_most_two_hundred_dates_are_listed() {
        List<LocalDate> dates =
                Stream.iterate(DATE, date -> date.plusDays(1)).limit(201).toList();

        assertRefused("schedule.dates", () -> new Recurrence.Dates(dates));
        assertThat(new Recurrence.Dates(dates.subList(0, 200)).dates()).hasSize(200);
    }

    @Test
    void a_rule_does_not_change_with_what_it_was_made_of() {
        Set<DayOfWeek> days = new HashSet<>(Set.of(DayOfWeek.MONDAY));
        List<LocalDate> dates = new ArrayList<>(List.of(DATE));
        Recurrence weekly = new Recurrence.Weekly(days);
        Recurrence listed = new Recurrence.Dates(dates);

        days.add(DayOfWeek.FRIDAY);
        dates.clear();

        assertThat(weekly.weekdays()).containsExactly(DayOfWeek.MONDAY);
        assertThat(listed.onOrAfter(DATE)).isEqualTo(DATE);
    }

    @Test
    void the_order_in_which_days_are_named_does_not_matter() {
        assertThat(new Recurrence.Weekly(Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY)))
                .isEqualTo(new Recurrence.Weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
        assertThat(new Recurrence.Weekly(Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY)).days())
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(new Recurrence.Dates(List.of(DATE.plusDays(7), DATE)))
                .isEqualTo(new Recurrence.Dates(List.of(DATE, DATE.plusDays(7), DATE)));
    }

    @Test
    void dates_fall_on_their_weekdays_and_an_irregular_session_on_none() {
        assertThat(new Recurrence.Dates(List.of(DATE, DATE.plusDays(7), DATE.plusDays(1))).weekdays())
                .containsExactly(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
        assertThat(new Recurrence.Irregular("after the boats").weekdays()).isEmpty();
    }

    private static void assertRefused(String field, ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
