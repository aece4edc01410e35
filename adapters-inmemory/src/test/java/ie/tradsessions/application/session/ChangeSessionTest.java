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
import ie.tradsessions.application.session.ChangeSession.Command;
import ie.tradsessions.application.session.ChangeSession.Outcome;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeSessionTest {
    private static final InstantSource CLOCK = InstantSource.fixed(GeneratedSessions.NOW);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final ChangeSession changeSession =
            new ChangeSession(ports.requests(CLOCK), ports.sessions(), ports.knownVenues(), ports.index());
    private final Venue here = VenueBuilder.named("The Crane").in("Galway").build();
    private final Venue there = VenueBuilder.named("The Heron").in("Doolin").build();
    private final Session before = SessionBuilder.at(here)
            .as("a")
            .with(THURSDAY, new OccurrenceStatus.Cancelled("funeral"))
            .build()
            .organisedBy(People.NIAMH.member());

    @BeforeEach
    void storeTheSession() {
        ports.venues().save(here, SaveOutcome.NEW);
        ports.venues().save(there, SaveOutcome.NEW);
        ports.sessions().save(before, SaveOutcome.NEW);
    }

    @Test
    void all_that_is_told_of_a_session_is_changed_at_once() {
        Session told = SessionBuilder.at(there)
                .as("a")
                .named("The Early Session")
                .on(DayOfWeek.SUNDAY)
                .endedOn(LocalDate.of(2027, 6, 1))
                .pace(Pace.SLOW)
                .craic("Quiet.")
                .build();

        assertThat(changeSession.change(command(told, 1))).isEqualTo(new SessionEdit.Changed(2));

        assertThat(stored()).isEqualTo(new Versioned<>(told.organisedBy(People.NIAMH.member()), 2));
    }

    @Test
    void a_cancelled_night_stays_so_where_the_new_schedule_has_it_too() {
        Session later = SessionBuilder.at(here).as("a").from(22, 0).build();
        changeSession.change(command(later, 1));
        assertThat(stored().value().timetable().statusOf(THURSDAY))
                .isEqualTo(new OccurrenceStatus.Cancelled("funeral"));

        Session fridays = SessionBuilder.at(here).as("a").on(DayOfWeek.FRIDAY).build();
        changeSession.change(command(fridays, 2));
        assertThat(stored().value()).isEqualTo(fridays.organisedBy(People.NIAMH.member()));
    }

    @Test
    void who_shared_it_and_when_is_not_changed() {
        Session told = SessionBuilder.at(here).as("a").sharedAt(Instant.EPOCH).build();

        changeSession.change(command(told, 1));

        assertThat(stored().value().shared()).isEqualTo(before.shared());
    }

    @Test
    void of_two_edits_of_one_version_the_second_is_refused() {
        Session first = SessionBuilder.at(here).as("a").named("First").build();
        Session second = SessionBuilder.at(here).as("a").named("Second").build();

        changeSession.change(command(first, 1));

        assertThat(changeSession.change(command(second, 1))).isEqualTo(new SessionEdit.Stale(2));
        assertThat(stored().value().name()).isEqualTo("First");
    }

    @Test
    void an_edit_that_is_sent_again_because_its_answer_was_lost_is_made_and_not_refused() {
        Session told = SessionBuilder.at(here).as("a").named("First").build();
        changeSession.change(command(told, 1));

        assertThat(changeSession.change(command(told, 1))).isEqualTo(new SessionEdit.Changed(2));
        assertThat(changeSession.change(command(told, 7))).isEqualTo(new SessionEdit.Stale(2));
        assertThat(stored().version()).isEqualTo(2);
    }

    @Test
    void a_session_or_a_venue_that_nobody_knows_is_told_apart() {
        SessionId noSession = SessionBuilder.idOf("nothing");
        VenueId noVenue = VenueBuilder.idOf("nowhere");

        assertThat(changeSession.change(
                        command(SessionBuilder.at(here).as(noSession).build(), 1)))
                .isEqualTo(new SessionEdit.NoSuchSession(noSession));
        assertThat(changeSession.change(
                        command(SessionBuilder.at(noVenue).as("a").build(), 1)))
                .isEqualTo(new Outcome.NoSuchVenue(noVenue));
        assertThat(stored()).isEqualTo(new Versioned<>(before, 1));
    }

    private Versioned<Session> stored() {
        return ports.sessions().find(before.id()).orElseThrow();
    }

    private static Command command(Session told, long expectedVersion) {
        return new Command(
                People.NIAMH,
                told.id(),
                expectedVersion,
                told.venue(),
                told.description(),
                told.timetable().schedule(),
                told.timetable().endedOn());
    }
}
