package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.SetOccurrence.Command;
import ie.tradsessions.application.session.SetOccurrence.Outcome;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetOccurrenceTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final OccurrenceStatus CANCELLED = new OccurrenceStatus.Cancelled("funeral");
    private static final OccurrenceStatus SCHEDULED = new OccurrenceStatus.Scheduled();

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final SetOccurrence setOccurrence = new SetOccurrence(
            ports.requests(InstantSource.fixed(GeneratedSessions.NOW)), ports.sessions(), ports.knownVenues());
    private final Venue venue = VenueBuilder.named("The Crane").in("Galway").build();
    private final Session session = SessionBuilder.at(venue).as("a").build().organisedBy(People.NIAMH.member());

    @BeforeEach
    void storeTheSession() {
        ports.venues().save(venue, SaveOutcome.NEW);
        ports.sessions().save(session, SaveOutcome.NEW);
    }

    @Test
    void a_night_is_cancelled_and_is_on_after_all() {
        assertThat(set(1, THURSDAY, CANCELLED)).isEqualTo(new SessionEdit.Changed(2));
        assertThat(stored().value().timetable().statusOf(THURSDAY)).isEqualTo(CANCELLED);

        assertThat(set(2, THURSDAY, SCHEDULED)).isEqualTo(new SessionEdit.Changed(3));
        assertThat(stored()).isEqualTo(new Versioned<>(session, 3));
    }

    @Test
    void a_night_is_moved_to_another_venue_that_is_known() {
        Venue there = VenueBuilder.named("The Heron").build();
        ports.venues().save(there, SaveOutcome.NEW);
        OccurrenceStatus moved = new OccurrenceStatus.Moved(there.id(), null, "wedding");

        assertThat(set(1, THURSDAY, moved)).isEqualTo(new SessionEdit.Changed(2));
        assertThat(stored().value().timetable().statusOf(THURSDAY)).isEqualTo(moved);
    }

    @Test
    void a_night_is_moved_to_another_time() {
        OccurrenceStatus moved = new OccurrenceStatus.Moved(null, LocalTime.of(19, 0), null);

        assertThat(set(1, THURSDAY, moved)).isEqualTo(new SessionEdit.Changed(2));
    }

    @Test
    void a_night_is_not_moved_to_where_nobody_knows() {
        VenueId nowhere = VenueBuilder.idOf("nowhere");

        assertThat(set(1, THURSDAY, new OccurrenceStatus.Moved(nowhere, null, null)))
                .isEqualTo(new Outcome.NoSuchVenue(nowhere));
        assertThat(stored()).isEqualTo(new Versioned<>(session, 1));
    }

    @Test
    void a_date_without_a_night_cannot_be_set() {
        LocalDate friday = THURSDAY.plusDays(1);

        assertThat(set(1, friday, CANCELLED)).isEqualTo(new Outcome.NotANight(friday));
        assertThat(set(1, friday, SCHEDULED)).isEqualTo(new Outcome.NotANight(friday));
    }

    @Test
    void a_night_of_an_irregular_session_is_announced() {
        Session irregular = SessionBuilder.at(venue)
                .as("irregular")
                .by(new Recurrence.Irregular("when the boats are in"))
                .build()
                .organisedBy(People.NIAMH.member());
        ports.sessions().save(irregular, SaveOutcome.NEW);

        assertThat(setOccurrence.set(new Command(People.NIAMH, irregular.id(), 1, THURSDAY, SCHEDULED)))
                .isEqualTo(new SessionEdit.Changed(2));
        assertThat(ports.sessions()
                        .find(irregular.id())
                        .orElseThrow()
                        .value()
                        .timetable()
                        .hasNightOn(THURSDAY))
                .isTrue();
    }

    @Test
    void nobody_sets_a_night_of_what_somebody_else_has_changed_meanwhile() {
        set(1, THURSDAY, CANCELLED);

        assertThat(set(1, THURSDAY.plusWeeks(1), CANCELLED)).isEqualTo(new SessionEdit.Stale(2));
        assertThat(stored().value().timetable().changes()).containsOnlyKeys(THURSDAY);
    }

    @Test
    void a_session_that_nobody_knows_has_no_night() {
        SessionId nothing = SessionBuilder.idOf("nothing");

        assertThat(setOccurrence.set(new Command(People.NIAMH, nothing, 1, THURSDAY, CANCELLED)))
                .isEqualTo(new SessionEdit.NoSuchSession(nothing));
    }

    private Outcome set(long expectedVersion, LocalDate date, OccurrenceStatus status) {
        return setOccurrence.set(new Command(People.NIAMH, session.id(), expectedVersion, date, status));
    }

    private Versioned<Session> stored() {
        return ports.sessions().find(session.id()).orElseThrow();
    }
}
