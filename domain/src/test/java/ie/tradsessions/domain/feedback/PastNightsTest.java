package ie.tradsessions.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Schedules;
import ie.tradsessions.domain.session.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(Schedules.class)
@Domain(DomainContext.Global.class)
class PastNightsTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final Timetable THURSDAYS =
            Timetable.of(Schedule.of(new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY)), LocalTime.of(21, 30)));
    private static final OccurrenceStatus CANCELLED = new OccurrenceStatus.Cancelled("funeral");

    @Property
    void the_recent_one_is_the_last_of_seven_days_that_is_known_unless_it_was_called_off(
            @ForAll Timetable timetable,
            @ForAll LocalDate anyDay,
            @ForAll @IntRange(max = 9) int daysLater,
            @ForAll @IntRange(min = -9, max = 9) int knownDays) {
        // Mostly near the nights that are not as the schedule says.
        LocalDate tonight = timetable.changes().isEmpty()
                ? anyDay
                : timetable.changes().lastKey().plusDays(daysLater);
        PastNights past = new PastNights(timetable, tonight.minusDays(knownDays));
        List<Occurrence> known = timetable.between(tonight.minusDays(7), tonight.minusDays(1), ZoneOffset.UTC).stream()
                .filter(night -> !night.date().isBefore(past.since()))
                .toList();

        LocalDate recent = past.recent(tonight);

        if (known.isEmpty() || known.getLast().status() instanceof OccurrenceStatus.Cancelled) {
            assertThat(recent).isNull();
        } else {
            assertThat(recent).isEqualTo(known.getLast().date());
        }
    }

    @Test
    void a_night_is_recent_for_a_week_after_it() {
        PastNights past = new PastNights(THURSDAYS.withEnd(THURSDAY.plusDays(1)), LocalDate.EPOCH);

        assertThat(past.recent(THURSDAY)).isEqualTo(THURSDAY.minusWeeks(1));
        assertThat(past.recent(THURSDAY.plusDays(1))).isEqualTo(THURSDAY);
        assertThat(past.recent(THURSDAY.plusDays(7))).isEqualTo(THURSDAY);
        assertThat(past.recent(THURSDAY.plusDays(8))).isNull();
    }

    @Test
    void a_night_that_was_called_off_is_past_and_nobody_is_asked_about_it() {
        PastNights past = new PastNights(THURSDAYS.with(THURSDAY, CANCELLED), THURSDAY.minusWeeks(1));

        assertThat(past.last(8, THURSDAY.plusDays(1))).containsExactly(THURSDAY.minusWeeks(1), THURSDAY);
        assertThat(past.recent(THURSDAY.plusDays(1))).isNull();
    }

    @Test
    void past_nights_are_known_from_the_sharing_or_an_earlier_one_of_which_something_is_said() {
        LocalDate shared = THURSDAY.minusDays(3);
        LocalDate earlier = THURSDAY.minusWeeks(3);

        assertThat(PastNights.of(THURSDAYS, shared, null).since()).isEqualTo(shared);
        assertThat(PastNights.of(THURSDAYS, shared, THURSDAY).since()).isEqualTo(shared);
        assertThat(PastNights.of(THURSDAYS, shared, earlier).since()).isEqualTo(earlier);
        assertThat(PastNights.of(THURSDAYS.with(earlier, CANCELLED), shared, null)
                        .since())
                .isEqualTo(earlier);
        assertThat(PastNights.of(THURSDAYS.with(THURSDAY, CANCELLED), shared, null)
                        .since())
                .isEqualTo(shared);
    }
}
