package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryPorts;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.ImportSession.Command;
import ie.tradsessions.application.session.ImportSession.Outcome;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportSessionTest {
    private final Ports ports = InMemoryPorts.empty();
    private final ImportSession importSession = new ImportSession(ports.sessions(), ports.feedbacks(), ports.venues());
    private final Venue venue = VenueBuilder.named("The Crane").in("Galway").build();
    private final Session session = SessionBuilder.at(venue).as("a").build();
    private final Feedback feedback = Said.of(session.id()).rated(4, 5).build();

    @Test
    void importing_twice_changes_nothing() {
        ports.venues().save(venue, SaveOutcome.NEW);

        assertThat(importing(session, feedback)).isEqualTo(new Outcome.Added(session.id()));
        assertThat(importing(session, feedback)).isEqualTo(new Outcome.Unchanged(session.id()));

        assertThat(ports.sessions().find(session.id())).contains(new Versioned<>(session, 1));
        assertThat(ports.feedbacks().find(session.id())).contains(new Versioned<>(feedback, 1));
    }

    @Test
    void what_the_data_set_says_otherwise_now_is_taken_over() {
        ports.venues().save(venue, SaveOutcome.NEW);
        importing(session, feedback);
        Session renamed =
                SessionBuilder.at(venue).as("a").named("The Late Session").build();
        Feedback praised = Said.of(session.id()).rated(4, 5, 5).build();

        assertThat(importing(renamed, feedback)).isEqualTo(new Outcome.Updated(session.id()));
        assertThat(importing(renamed, praised)).isEqualTo(new Outcome.Updated(session.id()));

        assertThat(ports.sessions().find(session.id())).contains(new Versioned<>(renamed, 2));
        assertThat(ports.feedbacks().find(session.id())).contains(new Versioned<>(praised, 2));
    }

    @Test
    void a_data_set_that_does_not_say_how_a_session_stands_leaves_what_is_known() {
        ports.venues().save(venue, SaveOutcome.NEW);
        importing(session, feedback);

        assertThat(importing(session, null)).isEqualTo(new Outcome.Unchanged(session.id()));
        assertThat(ports.feedbacks().find(session.id())).contains(new Versioned<>(feedback, 1));
    }

    @Test
    void a_session_at_a_venue_that_nobody_knows_is_left_out() {
        VenueId unknown = venue.id();

        assertThat(importing(session, feedback)).isEqualTo(new Outcome.NoSuchVenue(unknown));
        assertThat(ports.sessions().find(session.id())).isEmpty();
        assertThat(ports.feedbacks().find(session.id())).isEmpty();
    }

    @Test
    void a_whole_data_set_is_imported_and_imported_again() {
        GeneratedSessions generated = GeneratedSessions.of(200, 81);
        generated.venues().forEach(known -> ports.venues().save(known, SaveOutcome.NEW));
        Map<Object, Feedback> feedbacks = new HashMap<>();
        generated.feedbacks().forEach(said -> feedbacks.put(said.session(), said));
        List<Outcome> outcomes = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            for (Session one : generated.sessions()) {
                outcomes.add(importing(one, feedbacks.get(one.id())));
            }
        }

        assertThat(outcomes.subList(0, 200)).hasOnlyElementsOfType(Outcome.Added.class);
        assertThat(outcomes.subList(200, 400)).hasOnlyElementsOfType(Outcome.Unchanged.class);
    }

    private Outcome importing(Session one, Feedback said) {
        return importSession.importSession(new Command(one, Optional.ofNullable(said)));
    }
}
