package ie.tradsessions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarYearsTest {
    private static final Schedule WHENEVER =
            Schedule.of(new Recurrence.Irregular("When the boat is in"), LocalTime.NOON);

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2200-01-01", "0026-12-04", "+999999999-12-31", "-999999999-01-01"})
    void no_date_lies_where_nobody_plays(LocalDate date) {
        assertRefused("schedule.anchor", () -> new Recurrence.EveryNWeeks(2, date, DayOfWeek.FRIDAY));
        assertRefused("schedule.dates", () -> new Recurrence.Dates(List.of(date)));
        assertRefused(
                "changes.date",
                () -> new Timetable(
                        WHENEVER, new TreeMap<>(Map.of(date, new OccurrenceStatus.Cancelled("No boat"))), null));
        assertRefused("endedOn", () -> Timetable.of(WHENEVER).withEnd(date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void nobody_shares_a_session_then(Instant instant) {
        assertRefused("shared.at", () -> new Shared("N\u00f3ra", instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2199-12-31"})
    void every_other_date_is_taken(LocalDate date) {
        assertThat(CalendarYears.checked("date", date)).isEqualTo(date);
    }

    private static void assertRefused(String field, Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOf(InvalidValue.class)
                .hasMessage(field + ": a date of the years 1900 to 2199");
    }
}
