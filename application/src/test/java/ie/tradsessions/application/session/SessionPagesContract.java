package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StorageContract;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link SessionPages} promises. */
public abstract class SessionPagesContract extends StorageContract {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private final Venue here =
            VenueBuilder.named("Tigh Choil\u00ed").in("Galway").build();

    private Optional<SessionPage> page(SessionId id) {
        return storage().pages().session(id, ReadConsistency.STRONG);
    }

    @Test
    void what_is_not_stored_has_no_page() {
        assertThat(page(SessionBuilder.idOf("nothing"))).isEmpty();
        assertThat(storage().pages().session(SessionBuilder.idOf("nothing"), ReadConsistency.EVENTUAL))
                .isEmpty();
    }

    @Test
    void the_page_of_a_session_holds_what_is_stored_of_it() {
        Session session = SessionBuilder.at(here).build();
        Feedback feedback =
                Said.of(session.id()).on(THURSDAY.minusWeeks(1)).rated(4, 5).build();
        store(session);

        assertThat(page(session.id())).contains(new SessionPage(1, session, Feedback.none(session.id())));

        store(session);
        store(feedback);

        assertThat(page(session.id())).contains(new SessionPage(2, session, feedback));
    }

    @Test
    void feedback_alone_is_no_page() {
        store(Said.of(SessionBuilder.idOf("nothing")).rated(4).build());

        assertThat(page(SessionBuilder.idOf("nothing"))).isEmpty();
    }

    @Test
    void a_session_that_was_deleted_has_no_page() {
        Session session = SessionBuilder.at(here).build();
        store(session);
        storage().sessions().delete(session.id(), 1);

        assertThat(page(session.id())).isEmpty();
    }

    @Test
    void feedback_that_was_deleted_is_none() {
        Session session = SessionBuilder.at(here).build();
        store(session);
        store(Said.of(session.id()).rated(4, 5).build());
        storage().feedbacks().delete(session.id(), 1);

        assertThat(page(session.id())).contains(new SessionPage(1, session, Feedback.none(session.id())));
    }

    @Test
    void every_session_has_its_page() {
        GeneratedSessions generated = GeneratedSessions.of(150, 51);
        store(generated);
        Map<SessionId, Feedback> feedbacks = new HashMap<>();
        generated.feedbacks().forEach(feedback -> feedbacks.put(feedback.session(), feedback));

        for (Session session : generated.sessions()) {
            assertThat(page(session.id()))
                    .contains(new SessionPage(
                            1, session, feedbacks.getOrDefault(session.id(), Feedback.none(session.id()))));
        }
    }
}
