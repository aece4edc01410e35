package ie.tradsessions.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    @Test
    void a_session_without_a_name_of_its_own_has_none() {
        assertThat(session("  ", "\n").name()).isNull();
        assertThat(session("  ", "\n").craic()).isNull();
        assertThat(session(" The  Late Session ", "Good\r\ntunes").name()).isEqualTo("The Late Session");
        assertThat(session(null, "Good\r\ntunes").craic()).isEqualTo("Good\ntunes");
    }

    @Test
    void what_it_is_like_is_told_in_two_thousand_characters() {
        assertThat(session(null, "a".repeat(2000)).craic()).hasSize(2000);
        assertThatThrownBy(() -> session(null, "a".repeat(2001)))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("craic"));
    }

    @Test
    void a_night_is_cancelled_and_nothing_else_changes() {
        Session before = session("The Late Session", null);

        Session after = before.withNight(THURSDAY, new OccurrenceStatus.Cancelled("funeral"));

        assertThat(after.timetable().statusOf(THURSDAY)).isEqualTo(new OccurrenceStatus.Cancelled("funeral"));
        assertThat(before.timetable().changes()).isEmpty();
        assertThat(after.withNight(THURSDAY, new OccurrenceStatus.Scheduled())).isEqualTo(before);
    }

    @Test
    void a_moved_night_goes_somewhere_or_to_some_time() {
        assertThatThrownBy(() -> new OccurrenceStatus.Moved(null, null, "somewhere"))
                .isInstanceOf(InvalidValue.class);
        assertThat(new OccurrenceStatus.Moved(null, LocalTime.of(20, 0, 30), " ").at())
                .isEqualTo(LocalTime.of(20, 0));
        assertThat(new OccurrenceStatus.Moved(null, LocalTime.of(20, 0), " ").note())
                .isNull();
    }

    @Test
    void instruments_and_dances_stand_in_one_order_and_do_not_change() {
        EnumSet<Dance> dances = EnumSet.of(Dance.CEILI);
        Etiquette etiquette = new Etiquette(Admission.OPEN, Leadership.LED, Pace.SLOW, Focus.TUNES, dances);

        dances.add(Dance.SET_DANCING);

        assertThat(etiquette.dances()).containsExactly(Dance.CEILI);
        assertThat(session(null, null).instruments()).containsExactly(Instrument.FIDDLE, Instrument.HARP);
    }

    private static Session session(String name, String craic) {
        return new Session(
                new SessionId(Identifier.derivedFrom("a session")),
                new VenueId(Identifier.derivedFrom("a venue")),
                name,
                Timetable.of(Schedule.of(new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY)), LocalTime.of(21, 30))),
                new Etiquette(Admission.OPEN, Leadership.UNLED, Pace.STEADY, Focus.TUNES, Set.of()),
                Set.of(Instrument.HARP, Instrument.FIDDLE),
                craic,
                new Shared("M\u00e1ire", Instant.parse("2026-11-01T12:00:00Z")),
                false);
    }
}
