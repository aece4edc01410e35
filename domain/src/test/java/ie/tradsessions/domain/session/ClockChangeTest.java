package ie.tradsessions.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Domain(Schedules.class)
class ClockChangeTest {
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    @ParameterizedTest
    @CsvSource({
        // Dublin's winter time is the negative saving, which classic calendars get wrong by an hour.
        "Europe/Dublin,    2026-03-28, 2026-03-28T21:30Z,      2026-03-29T21:30+01:00",
        "Europe/Dublin,    2026-10-24, 2026-10-24T21:30+01:00, 2026-10-25T21:30Z",
        "Europe/London,    2026-03-28, 2026-03-28T21:30Z,      2026-03-29T21:30+01:00",
        "Europe/London,    2026-10-24, 2026-10-24T21:30+01:00, 2026-10-25T21:30Z",
        "America/New_York, 2026-03-07, 2026-03-07T21:30-05:00, 2026-03-08T21:30-04:00",
        "America/New_York, 2026-10-31, 2026-10-31T21:30-04:00, 2026-11-01T21:30-05:00"
    })
    void a_night_keeps_its_clock_time_across_a_clock_change(ZoneId zone, LocalDate eve, String before, String after) {
        List<Occurrence> nights = nightly("21:30", null).next(eve, 2, zone);

        assertThat(nights)
                .extracting(night -> night.start().toOffsetDateTime().toString())
                .containsExactly(before, after);
        assertThat(nights).extracting(night -> night.start().getZone()).containsOnly(zone);
    }

    @Property
    void every_night_begins_when_the_clock_of_its_venue_shows_its_start(
            @ForAll Schedule schedule, @ForAll LocalDate from, @ForAll ZoneId zone) {
        for (Occurrence night : Timetable.of(schedule).between(from, from.plusYears(1), zone)) {
            LocalDateTime told = Night.at(night.date(), schedule.start());
            boolean leftOut = zone.getRules().getValidOffsets(told).isEmpty();
            if (leftOut) {
                assertThat(night.start().toLocalDateTime()).isAfter(told).isBefore(told.plusHours(2));
            } else {
                assertThat(night.start().toLocalDateTime()).isEqualTo(told);
            }
        }
    }

    @Property
    void every_night_ends_after_it_begins_and_within_a_day(
            @ForAll Timetable timetable, @ForAll LocalDate from, @ForAll ZoneId zone) {
        for (Occurrence night : timetable.between(from, from.plusYears(1), zone)) {
            if (night.end() == null) {
                assertThat(timetable.schedule().end()).isNull();
            } else {
                Duration length = Duration.between(night.start(), night.end());
                assertThat(length).isPositive().isLessThanOrEqualTo(Duration.ofHours(25));
            }
        }
    }

    @Property
    void a_night_that_the_clock_leaves_alone_lasts_as_long_as_the_schedule_says(
            @ForAll Timetable timetable, @ForAll LocalDate from) {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Schedule schedule = timetable.schedule();
        if (schedule.end() == null) {
            return;
        }
        Duration usual = Duration.between(schedule.start(), schedule.end());
        Duration length = usual.isPositive() ? usual : usual.plusDays(1);
        assertThat(timetable.between(from, from.plusYears(1), tokyo))
                .allMatch(night -> Duration.between(night.start(), night.end()).equals(length));
    }

    @Test
    void a_start_in_the_hour_that_spring_leaves_out_comes_an_hour_later() {
        Occurrence night = nightly("01:30", null)
                .next(LocalDate.of(2026, 3, 28), 1, DUBLIN)
                .getFirst();

        assertThat(night.date()).isEqualTo(LocalDate.of(2026, 3, 28));
        assertThat(night.start()).isEqualTo(ZonedDateTime.parse("2026-03-29T02:30+01:00[Europe/Dublin]"));
    }

    @Test
    void a_night_does_not_end_before_it_begins_where_spring_leaves_its_start_out() {
        Occurrence night = nightly("01:30", "02:00")
                .next(LocalDate.of(2026, 3, 28), 1, DUBLIN)
                .getFirst();

        assertThat(night.end()).isEqualTo(ZonedDateTime.parse("2026-03-29T03:00+01:00[Europe/Dublin]"));
    }

    @Test
    void a_start_in_the_hour_that_autumn_has_twice_is_the_first_of_the_two() {
        Occurrence night = nightly("01:30", null)
                .next(LocalDate.of(2026, 10, 24), 1, DUBLIN)
                .getFirst();

        assertThat(night.start().toOffsetDateTime()).hasToString("2026-10-25T01:30+01:00");
    }

    @Test
    void an_end_after_midnight_is_on_the_next_day_by_the_clock() {
        Timetable late = nightly("22:00", "02:30");

        assertThat(late.next(LocalDate.of(2026, 3, 28), 1, DUBLIN).getFirst().end())
                .isEqualTo(ZonedDateTime.parse("2026-03-29T02:30+01:00[Europe/Dublin]"));
        assertThat(late.next(LocalDate.of(2026, 10, 24), 1, DUBLIN).getFirst().end())
                .isEqualTo(ZonedDateTime.parse("2026-10-25T02:30Z[Europe/Dublin]"));
        assertThat(late.next(LocalDate.of(2026, 12, 31), 1, DUBLIN).getFirst().end())
                .isEqualTo(ZonedDateTime.parse("2027-01-01T02:30Z[Europe/Dublin]"));
    }

    @Test
    void an_end_at_the_time_of_the_start_is_a_day_later() {
        assertThat(nightly("12:00", "12:00")
                        .next(LocalDate.of(2026, 8, 1), 1, DUBLIN)
                        .getFirst()
                        .end())
                .isEqualTo(LocalDate.of(2026, 8, 2).atTime(12, 0).atZone(DUBLIN));
    }

    @Test
    void a_night_that_is_moved_to_another_time_lasts_as_long_as_usual() {
        LocalDate date = LocalDate.of(2026, 8, 1);
        Timetable usual = nightly("21:30", "23:30");

        Occurrence earlier = usual.with(date, new OccurrenceStatus.Moved(null, LocalTime.of(19, 0), null))
                .next(date, 1, DUBLIN)
                .getFirst();
        Occurrence later = usual.with(date, new OccurrenceStatus.Moved(null, LocalTime.of(23, 45), null))
                .next(date, 1, DUBLIN)
                .getFirst();

        assertThat(earlier.end()).isEqualTo(date.atTime(21, 0).atZone(DUBLIN));
        assertThat(later.end()).isEqualTo(date.plusDays(1).atTime(1, 45).atZone(DUBLIN));
    }

    private static Timetable nightly(String start, String end) {
        return Timetable.of(new Schedule(
                new Recurrence.Weekly(Set.of(DayOfWeek.values())),
                LocalTime.parse(start),
                end == null ? null : LocalTime.parse(end),
                null));
    }
}
