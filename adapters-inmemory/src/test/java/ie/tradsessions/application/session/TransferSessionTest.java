package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.TransferSession.Command;
import ie.tradsessions.application.session.TransferSession.Outcome;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransferSessionTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final TransferSession transferSession =
            new TransferSession(ports.sessions(), ports.feedbacks(), ports.knownVenues(), ports.index());
    private final Venue venue = VenueBuilder.named("The Crane").in("Galway").build();
    private final Session session = SessionBuilder.at(venue).as("a").build();
    private final Feedback feedback = Said.of(session.id()).on(THURSDAY).build();

    @Test
    void transferring_twice_changes_nothing() {
        ports.venues().save(venue, SaveOutcome.NEW);

        assertThat(transfer(session, feedback)).isEqualTo(new Outcome.Added(session.id()));
        assertThat(transfer(session, feedback)).isEqualTo(new Outcome.Unchanged(session.id()));

        assertThat(ports.sessions().find(session.id())).contains(new Versioned<>(session, 1));
        assertThat(ports.feedbacks().find(session.id())).contains(new Versioned<>(feedback, 1));
    }

    @Test
    void what_the_data_set_says_otherwise_now_is_taken_over() {
        ports.venues().save(venue, SaveOutcome.NEW);
        transfer(session, feedback);
        Session renamed =
                SessionBuilder.at(venue).as("a").named("The Late Session").build();
        Feedback praised =
                Said.of(session.id()).on(THURSDAY).on(THURSDAY.plusWeeks(1)).build();

        assertThat(transfer(renamed, feedback)).isEqualTo(new Outcome.Updated(session, renamed));
        assertThat(transfer(renamed, praised)).isEqualTo(new Outcome.Updated(renamed, renamed));

        assertThat(ports.sessions().find(session.id())).contains(new Versioned<>(renamed, 2));
        assertThat(ports.feedbacks().find(session.id())).contains(new Versioned<>(praised, 2));
    }

    @Test
    void learning_where_a_session_was_imported_from_is_stored_and_is_no_change_of_it() {
        ports.venues().save(venue, SaveOutcome.NEW);
        transfer(session, feedback);
        Session imported = session.importedFrom(new Origin("csv", null));

        assertThat(transfer(imported, feedback)).isEqualTo(new Outcome.Unchanged(session.id()));

        assertThat(ports.sessions().find(session.id())).contains(new Versioned<>(imported, 2));
    }

    @Test
    void a_data_set_that_does_not_say_how_a_session_stands_leaves_what_is_known() {
        ports.venues().save(venue, SaveOutcome.NEW);
        transfer(session, feedback);

        assertThat(transfer(session, Feedback.none(session.id()))).isEqualTo(new Outcome.Unchanged(session.id()));
        assertThat(ports.feedbacks().find(session.id())).contains(new Versioned<>(feedback, 1));
    }

    @Test
    void a_session_at_a_venue_that_nobody_knows_is_left_out() {
        VenueId unknown = venue.id();

        assertThat(transfer(session, feedback)).isEqualTo(new Outcome.NoSuchVenue(unknown));
        assertThat(ports.sessions().find(session.id())).isEmpty();
        assertThat(ports.feedbacks().find(session.id())).isEmpty();
    }

    @Test
    void a_whole_data_set_is_transferred_and_transferred_again() {
        GeneratedSessions generated = GeneratedSessions.of(200, 81);
        generated.venues().forEach(known -> ports.venues().save(known, SaveOutcome.NEW));
        Map<Object, Feedback> feedbacks = new HashMap<>();
        generated.feedbacks().forEach(said -> feedbacks.put(said.session(), said));
        List<Outcome> outcomes = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            for (Session one : generated.sessions()) {
                outcomes.add(transfer(one, feedbacks.getOrDefault(one.id(), Feedback.none(one.id()))));
            }
        }

        assertThat(outcomes.subList(0, 200)).hasOnlyElementsOfType(Outcome.Added.class);
        assertThat(outcomes.subList(200, 400)).hasOnlyElementsOfType(Outcome.Unchanged.class);
    }

    private Outcome transfer(Session one, Feedback said) {
        return transferSession.transfer(new Command(one, said));
    }
}
