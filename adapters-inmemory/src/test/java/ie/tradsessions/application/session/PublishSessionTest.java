package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.SessionCard;
import ie.tradsessions.application.session.PublishSession.Command;
import ie.tradsessions.application.session.PublishSession.Outcome;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PublishSessionTest {
    private static final SessionId NEW_ID = SessionBuilder.idOf("new");

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final Venue venue = VenueBuilder.named("The Crane").in("Galway").build();

    @Test
    void a_session_is_published_at_a_venue_that_is_known_with_who_shared_it_and_when() {
        ports.venues().save(venue, SaveOutcome.NEW);

        Outcome outcome = publish(() -> NEW_ID).publish(command(venue.id(), "The Late Session"));

        assertThat(outcome).isEqualTo(new Outcome.Published(NEW_ID));
        Session stored = ports.sessions().find(NEW_ID).map(Versioned::value).orElseThrow();
        Session told =
                SessionBuilder.at(venue).as(NEW_ID).named("The Late Session").build();
        assertThat(stored).usingRecursiveComparison().ignoringFields("shared").isEqualTo(told);
        assertThat(stored.shared()).isEqualTo(new Shared("Niamh", GeneratedSessions.NOW));
        assertThat(stored.sample()).isFalse();
    }

    @Test
    void a_session_at_a_venue_that_nobody_knows_is_not_published() {
        VenueId unknown = VenueBuilder.idOf("nowhere");

        assertThat(publish(() -> NEW_ID).publish(command(unknown, null))).isEqualTo(new Outcome.NoSuchVenue(unknown));
        assertThat(ports.sessions().find(NEW_ID)).isEmpty();
    }

    @Test
    void two_sessions_at_one_venue_are_not_duplicates() {
        ports.venues().save(venue, SaveOutcome.NEW);
        SessionId another = SessionBuilder.idOf("another");

        publish(() -> NEW_ID).publish(command(venue.id(), null));
        publish(() -> another).publish(command(venue.id(), null));

        assertThat(ports.index().current().sessionsAt(venue.id()))
                .extracting(SessionCard::id)
                .containsExactlyInAnyOrder(NEW_ID, another);
    }

    @Test
    void whoever_shares_a_session_has_a_name_and_without_one_nothing_is_stored() {
        ports.venues().save(venue, SaveOutcome.NEW);
        Session told = SessionBuilder.at(venue).build();
        Command nameless =
                new Command(venue.id(), told.description(), told.timetable().schedule(), " ");

        assertThatThrownBy(() -> publish(() -> NEW_ID).publish(nameless))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("shared.by"));
        assertThat(ports.sessions().find(NEW_ID)).isEmpty();
    }

    @Test
    void an_identifier_that_is_taken_is_a_fault_and_overwrites_nothing() {
        ports.venues().save(venue, SaveOutcome.NEW);
        Session taken = SessionBuilder.at(venue).as(NEW_ID).build();
        ports.sessions().save(taken, SaveOutcome.NEW);

        assertThatThrownBy(() -> publish(() -> NEW_ID).publish(command(venue.id(), "Another")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ports.sessions().find(NEW_ID)).contains(new Versioned<>(taken, 1));
    }

    private PublishSession publish(Supplier<SessionId> newId) {
        return new PublishSession(
                ports.sessions(), ports.knownVenues(), InstantSource.fixed(GeneratedSessions.NOW), newId);
    }

    private Command command(VenueId at, String name) {
        Session told = SessionBuilder.at(venue).named(name).build();
        return new Command(at, told.description(), told.timetable().schedule(), " Niamh ");
    }
}
