package ie.tradsessions.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Domain(Schedules.class)
class NightTest {
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T21:30:00Z, Europe/Dublin, 2026-11-26",
        "2026-11-27T00:30:00Z, Europe/Dublin, 2026-11-26",
        "2026-11-27T03:59:59Z, Europe/Dublin, 2026-11-26",
        "2026-11-27T04:00:00Z, Europe/Dublin, 2026-11-27",
        "2026-07-27T02:59:59Z, Europe/Dublin, 2026-07-26",
        "2026-07-27T03:00:00Z, Europe/Dublin, 2026-07-27",
        "2026-11-27T08:59:59Z, America/New_York, 2026-11-26",
        "2026-11-27T09:00:00Z, America/New_York, 2026-11-27"
    })
    void tonight_lasts_until_four_in_the_morning(Instant instant, ZoneId zone, LocalDate night) {
        assertThat(Night.of(instant, zone)).isEqualTo(night);
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks of Dublin go from 01:00 to 02:00 on 29 March 2026 and from 02:00 to 01:00 on 25 October 2026.
        "2026-03-29T02:59:59Z, 2026-03-28",
        "2026-03-29T03:00:00Z, 2026-03-29",
        "2026-10-25T03:59:59Z, 2026-10-24",
        "2026-10-25T04:00:00Z, 2026-10-25"
    })
    void tonight_lasts_until_four_by_the_clock_also_when_it_is_changed(Instant instant, LocalDate night) {
        assertThat(Night.of(instant, DUBLIN)).isEqualTo(night);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 21:30, 2026-11-27T21:30",
        "2026-11-27, 23:59, 2026-11-27T23:59",
        "2026-11-27, 00:00, 2026-11-28T00:00",
        "2026-11-27, 00:30, 2026-11-28T00:30",
        "2026-11-27, 03:59, 2026-11-28T03:59",
        "2026-11-27, 04:00, 2026-11-27T04:00",
        "2026-12-31, 01:00, 2027-01-01T01:00"
    })
    void the_small_hours_belong_to_the_evening_before(LocalDate night, LocalTime time, LocalDateTime shown) {
        assertThat(Night.at(night, time)).isEqualTo(shown);
    }

    @Test
    void a_weekday_names_the_night_in_whose_small_hours_a_session_begins() {
        LocalDate friday = LocalDate.of(2026, 11, 27);
        Timetable late =
                Timetable.of(Schedule.of(new Recurrence.Weekly(Set.of(DayOfWeek.FRIDAY)), LocalTime.of(0, 30)));

        Occurrence night = late.next(friday, 1, DUBLIN).getFirst();

        assertThat(night.date()).isEqualTo(friday);
        assertThat(night.start().toOffsetDateTime()).hasToString("2026-11-28T00:30Z");
        assertThat(late.between(friday.plusDays(1), friday.plusDays(6), DUBLIN)).isEmpty();
    }

    @Test
    void a_date_names_the_night_too_and_so_does_one_that_is_moved_past_midnight() {
        LocalDate date = LocalDate.of(2026, 12, 4);
        Timetable evening = Timetable.of(Schedule.of(new Recurrence.Dates(List.of(date)), LocalTime.of(21, 30)));

        Occurrence night = evening.with(date, new OccurrenceStatus.Moved(null, LocalTime.of(1, 0), null))
                .next(date, 1, DUBLIN)
                .getFirst();

        assertThat(night.date()).isEqualTo(date);
        assertThat(night.start().toOffsetDateTime()).hasToString("2026-12-05T01:00Z");
    }

    @Property
    void every_night_begins_in_the_night_of_its_date(
            @ForAll Timetable timetable, @ForAll LocalDate from, @ForAll ZoneId zone) {
        for (Occurrence night : timetable.between(from, from.plusMonths(3), zone)) {
            LocalTime told = night.status() instanceof OccurrenceStatus.Moved(var to, var at, var note) && at != null
                    ? at
                    : timetable.schedule().start();
            boolean leftOut = zone.getRules()
                    .getValidOffsets(Night.at(night.date(), told))
                    .isEmpty();
            if (!leftOut) {
                assertThat(Night.of(night.start().toInstant(), zone)).isEqualTo(night.date());
            }
        }
    }
}
