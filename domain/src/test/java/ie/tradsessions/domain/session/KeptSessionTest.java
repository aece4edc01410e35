package ie.tradsessions.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who keeps a session, to whom it is offered, and whether it is listed. */
class KeptSessionTest {
    private static final Instant NOW = Instant.parse("2026-11-24T21:30:00Z");
    private static final Instant TWO_WEEKS_LATER = Instant.parse("2026-12-08T21:30:00Z");
    private static final MemberId NIAMH = MemberId.of("https://issuer.example/", "Niamh");
    private static final Secret CODE = new Secret("0123456789abcdef");
    private static final Secret WRONG = new Secret("fedcba9876543210");
    private static final Recurrence THURSDAYS = new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY));

    private final Session nobodys = Session.of(
            new SessionId(Identifier.derivedFrom("session")),
            new VenueId(Identifier.derivedFrom("venue")),
            new SessionDescription(
                    null,
                    new Etiquette(Admission.OPEN, Leadership.UNLED, Pace.STEADY, Focus.TUNES, Set.of()),
                    Set.of(),
                    null),
            Timetable.of(Schedule.of(THURSDAYS, LocalTime.of(21, 30))),
            new Shared("Máire", NOW));
    private final Session niamhs = nobodys.organisedBy(NIAMH);

    @Test
    void a_session_that_nobody_keeps_is_taken_over_without_a_code() {
        assertThat(nobodys.mayBeTakenOver(null, NOW)).isTrue();
        assertThat(nobodys.mayBeTakenOver(CODE, NOW)).isFalse();
        assertThat(niamhs.mayBeTakenOver(null, NOW)).isFalse();
    }

    @Test
    void an_offered_session_is_taken_over_with_its_code_within_two_weeks() {
        Session offered = niamhs.offered(HandOver.from(NOW, CODE));

        assertThat(offered.mayBeTakenOver(CODE, NOW)).isTrue();
        assertThat(offered.mayBeTakenOver(WRONG, NOW)).isFalse();
        assertThat(offered.mayBeTakenOver(null, NOW)).isFalse();
        assertThat(offered.mayBeTakenOver(CODE, TWO_WEEKS_LATER.minusSeconds(1)))
                .isTrue();
        assertThat(offered.mayBeTakenOver(CODE, TWO_WEEKS_LATER)).isFalse();
        assertThat(offered.organisedBy(NIAMH).handOver()).isNull();
    }

    @Test
    void what_its_organiser_left_to_somebody_waits_two_weeks_for_that_one() {
        Session left = niamhs.organisedBy(null).offered(HandOver.from(NOW, CODE));

        assertThat(left.mayBeTakenOver(null, NOW)).isFalse();
        assertThat(left.mayBeTakenOver(CODE, NOW)).isTrue();
        assertThat(left.mayBeTakenOver(null, TWO_WEEKS_LATER)).isTrue();
    }

    @Test
    void nobody_takes_over_what_was_taken_down() {
        Session offered = nobodys.takenDown(new Takedown(NOW, true)).offered(HandOver.from(NOW, CODE));

        assertThat(offered.mayBeTakenOver(null, TWO_WEEKS_LATER)).isFalse();
        assertThat(offered.mayBeTakenOver(CODE, NOW)).isFalse();
        assertThat(niamhs.takenDown(new Takedown(NOW, false)).listedAgain()).isEqualTo(niamhs);
    }

    @Test
    void whatever_else_changes_who_keeps_it_stays() {
        Session kept = niamhs.offered(HandOver.from(NOW, CODE));

        Session changed = kept.withTimetable(kept.timetable().withEnd(LocalDate.of(2027, 1, 1)))
                .withVenue(new VenueId(Identifier.derivedFrom("other")))
                .withShared(kept.shared().byFormerMember())
                .asSample();

        assertThat(changed.keptAs(kept)).isEqualTo(changed);
        assertThat(nobodys.keptAs(kept)).isEqualTo(kept);
    }

    @Test
    void two_schedules_may_be_of_one_session_on_one_weekday_within_an_hour() {
        Schedule late = Schedule.of(THURSDAYS, LocalTime.of(23, 30));
        Recurrence everySecond = new Recurrence.EveryNWeeks(2, LocalDate.of(2026, 11, 26), DayOfWeek.THURSDAY);
        Recurrence irregular = new Recurrence.Irregular("when the boats are in");
        Recurrence dates = new Recurrence.Dates(List.of(LocalDate.of(2026, 11, 26)));

        assertThat(late.mayBeTheSameAs(Schedule.of(everySecond, LocalTime.of(22, 30))))
                .isTrue();
        // The night goes on after midnight.
        assertThat(late.mayBeTheSameAs(Schedule.of(dates, LocalTime.of(0, 30)))).isTrue();
        assertThat(late.mayBeTheSameAs(Schedule.of(THURSDAYS, LocalTime.of(22, 29))))
                .isFalse();
        assertThat(late.mayBeTheSameAs(Schedule.of(new Recurrence.Weekly(Set.of(DayOfWeek.FRIDAY)), late.start())))
                .isFalse();
        assertThat(late.mayBeTheSameAs(Schedule.of(irregular, late.start()))).isFalse();
        assertThat(Schedule.of(irregular, late.start())
                        .mayBeTheSameAs(Schedule.of(new Recurrence.Irregular("often"), late.start())))
                .isTrue();
    }
}
