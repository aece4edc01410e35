package ie.tradsessions.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(Schedules.class)
@Domain(DomainContext.Global.class)
class TimetableTest {
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final Timetable THURSDAYS =
            Timetable.of(Schedule.of(new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY)), LocalTime.of(21, 30)));
    private static final Timetable IRREGULAR =
            Timetable.of(Schedule.of(new Recurrence.Irregular("when the boats are in"), LocalTime.of(21, 30)));
    private static final OccurrenceStatus SCHEDULED = new OccurrenceStatus.Scheduled();
    private static final OccurrenceStatus CANCELLED = new OccurrenceStatus.Cancelled("funeral");

    @Property
    void the_nights_between_two_dates_are_those_of_the_schedule_and_the_changed_ones_until_it_ends(
            @ForAll Timetable timetable, @ForAll LocalDate from, @ForAll @IntRange(min = -2, max = 500) int days) {
        LocalDate to = from.plusDays(days);

        List<Occurrence> nights = timetable.between(from, to, DUBLIN);

        assertThat(nights).extracting(Occurrence::date).isEqualTo(modelNights(timetable, from, to));
        assertThat(nights).allMatch(night -> night.status().equals(timetable.statusOf(night.date())));
    }

    @Property
    void every_question_about_nights_has_the_same_answer(
            @ForAll("aroundItsChanges") TimetableAt at, @ForAll @IntRange(max = 9) int most) {
        Timetable timetable = at.timetable();
        LocalDate date = at.date();
        List<Occurrence> ahead = timetable.between(date, date.plusYears(1), DUBLIN);
        List<LocalDate> behind = timetable.between(date.minusYears(1), date.minusDays(1), DUBLIN).stream()
                .map(Occurrence::date)
                .toList();

        List<Occurrence> next = timetable.next(date, most, DUBLIN);
        int near = (int) next.stream()
                .filter(night -> !night.date().isAfter(date.plusYears(1)))
                .count();
        assertThat(next.subList(0, near)).isEqualTo(ahead.subList(0, Math.min(most, ahead.size())));
        assertThat(next).hasSizeLessThanOrEqualTo(most);

        List<LocalDate> before = timetable.datesBefore(date, most);
        List<LocalDate> recent = before.stream()
                .filter(night -> !night.isBefore(date.minusYears(1)))
                .toList();
        assertThat(recent).isEqualTo(behind.subList(Math.max(0, behind.size() - most), behind.size()));
        assertThat(before).hasSizeLessThanOrEqualTo(most).isSorted().allMatch(night -> night.isBefore(date));

        boolean tonight = ahead.stream().anyMatch(night -> night.date().equals(date));
        assertThat(timetable.hasNightOn(date)).isEqualTo(tonight);
        Optional<LocalDate> first = timetable.dateOnOrAfter(date);
        if (!ahead.isEmpty()) {
            assertThat(first).contains(ahead.getFirst().date());
        } else {
            assertThat(first.filter(night -> !night.isAfter(date.plusYears(1)))).isEmpty();
        }
    }

    @Property
    void the_next_to_begin_is_the_first_start_from_now_on_that_is_not_cancelled(
            @ForAll("aroundItsChanges") TimetableAt at,
            @ForAll @IntRange(max = 24 * 60 - 1) int minute,
            @ForAll ZoneId zone) {
        Timetable timetable = at.timetable();
        Instant now = at.date().atTime(minute / 60, minute % 60).atZone(zone).toInstant();
        Optional<Instant> expected = timetable
                .between(at.date().minusDays(2), at.date().plusYears(1), zone)
                .stream()
                .filter(night -> !(night.status() instanceof OccurrenceStatus.Cancelled))
                .map(night -> night.start().toInstant())
                .filter(start -> !start.isBefore(now))
                .findFirst();

        Optional<Instant> next = timetable.nextToBegin(now, zone);

        if (expected.isPresent()) {
            assertThat(next).isEqualTo(expected);
        } else {
            Instant aYearOn = at.date().plusYears(1).atStartOfDay(zone).toInstant();
            assertThat(next.filter(start -> start.isBefore(aYearOn))).isEmpty();
        }
    }

    @Test
    void a_cancelled_night_is_shown_and_not_hidden() {
        Timetable timetable = THURSDAYS.with(THURSDAY, CANCELLED);

        assertThat(timetable.next(THURSDAY, 2, DUBLIN))
                .extracting(Occurrence::date, Occurrence::status)
                .containsExactly(tuple(THURSDAY, CANCELLED), tuple(THURSDAY.plusWeeks(1), SCHEDULED));
        assertThat(timetable.hasNightOn(THURSDAY)).isTrue();
    }

    @Test
    void a_cancelled_night_is_not_the_next_to_begin() {
        Timetable timetable = THURSDAYS.with(THURSDAY, CANCELLED);

        assertThat(timetable.nextToBegin(Instant.parse("2026-11-24T12:00:00Z"), DUBLIN))
                .contains(Instant.parse("2026-12-03T21:30:00Z"));
    }

    @Test
    void a_night_that_has_begun_is_not_the_next_to_begin() {
        assertThat(THURSDAYS.nextToBegin(Instant.parse("2026-11-26T21:30:00Z"), DUBLIN))
                .contains(Instant.parse("2026-11-26T21:30:00Z"));
        assertThat(THURSDAYS.nextToBegin(Instant.parse("2026-11-26T21:30:01Z"), DUBLIN))
                .contains(Instant.parse("2026-12-03T21:30:00Z"));
    }

    @Test
    void a_moved_night_begins_at_its_other_time() {
        Timetable timetable = THURSDAYS.with(THURSDAY, new OccurrenceStatus.Moved(null, LocalTime.of(19, 0), "match"));

        assertThat(timetable.next(THURSDAY, 1, DUBLIN).getFirst().start())
                .isEqualTo(THURSDAY.atTime(19, 0).atZone(DUBLIN));
        assertThat(timetable.nextToBegin(Instant.parse("2026-11-24T12:00:00Z"), DUBLIN))
                .contains(Instant.parse("2026-11-26T19:00:00Z"));
    }

    @Test
    void a_night_set_as_scheduled_is_again_as_the_schedule_says() {
        assertThat(THURSDAYS.with(THURSDAY, CANCELLED).with(THURSDAY, SCHEDULED))
                .isEqualTo(THURSDAYS);
    }

    @Test
    void nothing_can_be_said_of_a_night_that_the_session_does_not_have() {
        LocalDate friday = THURSDAY.plusDays(1);

        assertThat(THURSDAYS.mayChange(THURSDAY)).isTrue();
        assertThat(THURSDAYS.mayChange(friday)).isFalse();
        for (OccurrenceStatus status : List.of(SCHEDULED, CANCELLED)) {
            assertThatThrownBy(() -> THURSDAYS.with(friday, status))
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            refused -> assertThat(refused.field()).isEqualTo("date"));
        }
    }

    @Test
    void nothing_can_be_said_of_a_night_after_the_end() {
        Timetable ended = new Timetable(THURSDAYS.schedule(), THURSDAYS.changes(), THURSDAY.plusWeeks(1));

        assertThat(ended.mayChange(THURSDAY)).isTrue();
        assertThat(ended.mayChange(THURSDAY.plusWeeks(1))).isFalse();
    }

    @Test
    void nights_of_an_irregular_session_are_announced_one_by_one() {
        assertThat(IRREGULAR.next(THURSDAY, 3, DUBLIN)).isEmpty();

        Timetable announced = IRREGULAR
                .with(THURSDAY, SCHEDULED)
                .with(THURSDAY.plusDays(3), SCHEDULED)
                .with(THURSDAY.plusDays(3), CANCELLED);

        assertThat(announced.next(THURSDAY, 3, DUBLIN))
                .extracting(Occurrence::date, Occurrence::status)
                .containsExactly(tuple(THURSDAY, SCHEDULED), tuple(THURSDAY.plusDays(3), CANCELLED));
        assertThat(announced.datesBefore(THURSDAY.plusDays(1), 8)).containsExactly(THURSDAY);
    }

    @Test
    void a_session_that_has_ended_has_no_night_from_that_date_on() {
        Timetable ended = new Timetable(THURSDAYS.schedule(), THURSDAYS.changes(), THURSDAY);

        assertThat(ended.hasNightOn(THURSDAY.minusWeeks(1))).isTrue();
        assertThat(ended.hasNightOn(THURSDAY)).isFalse();
        assertThat(ended.dateOnOrAfter(THURSDAY.minusDays(1))).isEmpty();
        assertThat(ended.next(THURSDAY.minusWeeks(2), 9, DUBLIN)).hasSize(2);
        assertThat(ended.datesBefore(THURSDAY.plusWeeks(9), 1)).containsExactly(THURSDAY.minusWeeks(1));
        assertThat(ended.nextToBegin(THURSDAY.atStartOfDay(DUBLIN).toInstant(), DUBLIN))
                .isEmpty();
    }

    @Test
    void another_schedule_keeps_what_was_said_of_nights_that_it_has_too() {
        Timetable changed = THURSDAYS
                .with(THURSDAY, CANCELLED)
                .with(THURSDAY.plusWeeks(1), new OccurrenceStatus.Moved(null, LocalTime.of(20, 0), null));
        Schedule fortnightly =
                Schedule.of(new Recurrence.EveryNWeeks(2, THURSDAY, DayOfWeek.THURSDAY), LocalTime.of(21, 0));

        assertThat(changed.with(fortnightly))
                .isEqualTo(Timetable.of(fortnightly).with(THURSDAY, CANCELLED));
    }

    @Test
    void an_announced_night_is_nothing_special_where_a_rule_says_when() {
        Timetable announced = IRREGULAR.with(THURSDAY, SCHEDULED).with(THURSDAY.plusWeeks(1), CANCELLED);

        assertThat(announced.with(THURSDAYS.schedule())).isEqualTo(THURSDAYS.with(THURSDAY.plusWeeks(1), CANCELLED));
    }

    @Test
    void at_most_two_hundred_nights_are_changed() {
        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        for (int week = 0; week < 200; week++) {
            changes.put(THURSDAY.plusWeeks(week), CANCELLED);
        }
        Timetable full = new Timetable(THURSDAYS.schedule(), changes, null);

        assertThatThrownBy(() -> full.with(THURSDAY.plusWeeks(200), CANCELLED)).isInstanceOf(InvalidValue.class);
        assertThat(full.with(THURSDAY, SCHEDULED).changes()).hasSize(199);
    }

    @Test
    void the_notes_of_all_changed_nights_have_at_most_eight_thousand_characters() {
        OccurrenceStatus longNote = new OccurrenceStatus.Cancelled("\ud83c\udfbb".repeat(200));
        Timetable full = THURSDAYS;
        for (int week = 0; week < 40; week++) {
            full = full.with(THURSDAY.plusWeeks(week), longNote);
        }
        Timetable noted = full;

        assertThat(noted.with(THURSDAY.plusWeeks(40), new OccurrenceStatus.Cancelled(null))
                        .changes())
                .hasSize(41);
        assertThatThrownBy(() -> noted.with(THURSDAY.plusWeeks(40), CANCELLED))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("8000 characters");
    }

    @Test
    void nights_are_moved_to_at_most_twenty_other_venues() {
        Timetable full = THURSDAYS;
        for (int week = 0; week < 20; week++) {
            full = full.with(THURSDAY.plusWeeks(week), movedTo("venue " + week));
        }
        Timetable everywhere = full;

        assertThat(everywhere.with(THURSDAY.plusWeeks(20), movedTo("venue 3")).venuesMovedTo())
                .hasSize(20);
        assertThatThrownBy(() -> everywhere.with(THURSDAY.plusWeeks(20), movedTo("one more")))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("20 other venues");
    }

    private static OccurrenceStatus movedTo(String venue) {
        return new OccurrenceStatus.Moved(new VenueId(Identifier.derivedFrom(venue)), null, null);
    }

    @Test
    void a_timetable_does_not_change_with_the_map_it_was_made_of() {
        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        Timetable timetable = new Timetable(THURSDAYS.schedule(), changes, null);

        changes.put(THURSDAY, CANCELLED);

        assertThat(timetable).isEqualTo(THURSDAYS);
        assertThatThrownBy(() -> timetable.changes().put(THURSDAY, CANCELLED))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    record TimetableAt(Timetable timetable, LocalDate date) {}

    /** A date close to where somebody said something, since that is where answers could differ. */
    @Provide
    Arbitrary<TimetableAt> aroundItsChanges() {
        return Combinators.combine(
                        new Schedules().timetables(),
                        new Schedules().dates(),
                        Arbitraries.integers().between(-40, 40))
                .as((timetable, any, days) -> new TimetableAt(
                        timetable,
                        timetable.changes().isEmpty()
                                ? any
                                : timetable.changes().firstKey().plusDays(days)));
    }

    private static List<LocalDate> modelNights(Timetable timetable, LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            return List.of();
        }
        return from.datesUntil(to.plusDays(1))
                .filter(date -> ScheduleModel.hasNight(timetable.schedule(), date)
                        || timetable.changes().containsKey(date))
                .filter(date -> timetable.endedOn() == null || date.isBefore(timetable.endedOn()))
                .toList();
    }
}
