package ie.tradsessions.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
    void a_name_has_at_most_a_hundred_and_twenty_characters() {
        assertThat(session("a".repeat(120), null).name()).hasSize(120);
        assertThatThrownBy(() -> session("a".repeat(121), null))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("name"));
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
    void what_is_told_of_a_session_changes_and_its_identity_and_who_shared_it_stay() {
        Session before = session("The Late Session", "Good tunes");
        SessionDescription told = session("The Early Session", null).description();
        VenueId elsewhere = new VenueId(Identifier.derivedFrom("elsewhere"));
        Timetable fridays =
                Timetable.of(Schedule.of(new Recurrence.Weekly(Set.of(DayOfWeek.FRIDAY)), LocalTime.of(20, 0)));

        Session after = before.withDescription(told).withVenue(elsewhere).withTimetable(fridays);

        assertThat(after).isEqualTo(Session.of(before.id(), elsewhere, told, fridays, before.shared()));
    }

    @Test
    void a_sample_is_the_same_session_marked_as_invented() {
        Session real = session("The Late Session", "Good tunes");

        assertThat(real.sample()).isFalse();
        assertThat(real.asSample().sample()).isTrue();
        assertThat(real.asSample())
                .usingRecursiveComparison()
                .ignoringFields("sample")
                .isEqualTo(real);
    }

    @Test
    void where_venues_go_by_other_identifiers_the_venue_and_the_moved_nights_follow() {
        VenueId there = new VenueId(Identifier.derivedFrom("there"));
        VenueId renamed = new VenueId(Identifier.derivedFrom("renamed"));
        LocalDate weekAfter = THURSDAY.plusWeeks(1);
        Session before = session(null, null)
                .withNight(THURSDAY, new OccurrenceStatus.Moved(there, null, "the pub is closed"))
                .withNight(weekAfter, new OccurrenceStatus.Moved(null, LocalTime.of(20, 0), null));

        Session after = before.withVenues(venue -> venue.equals(there) ? renamed : venue);

        assertThat(after.venue()).isEqualTo(before.venue());
        assertThat(after.timetable().statusOf(THURSDAY))
                .isEqualTo(new OccurrenceStatus.Moved(renamed, null, "the pub is closed"));
        assertThat(after.timetable().statusOf(weekAfter))
                .isEqualTo(before.timetable().statusOf(weekAfter));
        assertThat(before.withVenues(venue -> renamed).venue()).isEqualTo(renamed);
    }

    @Test
    void who_shared_a_session_on_a_day_shared_it_at_noon_there() {
        assertThat(Shared.on(LocalDate.of(2026, 7, 1), ZoneId.of("Europe/Dublin"), new Author.Named("Niamh")))
                .isEqualTo(new Shared("Niamh", Instant.parse("2026-07-01T11:00:00Z")));
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
        return Session.of(
                new SessionId(Identifier.derivedFrom("a session")),
                new VenueId(Identifier.derivedFrom("a venue")),
                new SessionDescription(
                        name,
                        new Etiquette(Admission.OPEN, Leadership.UNLED, Pace.STEADY, Focus.TUNES, Set.of()),
                        Set.of(Instrument.HARP, Instrument.FIDDLE),
                        craic),
                Timetable.of(Schedule.of(new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY)), LocalTime.of(21, 30))),
                new Shared("M\u00e1ire", Instant.parse("2026-11-01T12:00:00Z")));
    }
}
