package ie.tradsessions.application.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.AggregateStore;
import ie.tradsessions.application.CollectionContract;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Feedbacks} promises. */
public abstract class FeedbacksContract extends CollectionContract<SessionId, Feedback> {
    private static final Venue VENUE = VenueBuilder.named("Here").build();
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 19);

    @BeforeEach
    void storeTheVenue() {
        store(VENUE);
    }

    @Override
    protected final AggregateStore<SessionId, Feedback> aggregatesOf(Storage storage) {
        return storage.feedbacks();
    }

    @Override
    protected final SessionId idOf(Feedback feedback) {
        return feedback.session();
    }

    @Override
    protected final Feedback one(String key) {
        Session session = SessionBuilder.at(VENUE).as(key).build();
        if (storage().sessions().find(session.id()).isEmpty()) {
            store(session);
        }
        return Said.of(session.id())
                .on(NIGHT.minusWeeks(1))
                .notOn(NIGHT)
                .rated(1, 3, 5, 5)
                .build();
    }

    @Override
    protected final Feedback changed(Feedback feedback, String word) {
        return Said.of(feedback.session())
                .on(NIGHT.plusDays(Math.floorMod(word.hashCode(), 50_000)))
                .rated(1 + Math.floorMod(word.hashCode(), 5))
                .build();
    }

    @Test
    void feedback_of_every_kind_is_found_whole() {
        GeneratedSessions generated = GeneratedSessions.of(200, 2);
        store(generated);

        for (Feedback feedback : generated.feedbacks()) {
            assertThat(find(feedback)).contains(new Versioned<>(feedback, 1));
        }
    }

    @Test
    void what_is_said_of_a_session_leaves_the_session_as_it_is() {
        Session session = SessionBuilder.at(VENUE).as("a").build();
        save(one("a"), SaveOutcome.NEW);

        assertThat(storage().sessions().find(session.id())).contains(new Versioned<>(session, 1));
    }

    @Test
    void an_edit_of_a_session_leaves_what_was_said_of_it() {
        Feedback feedback = one("a");
        save(feedback, SaveOutcome.NEW);

        store(SessionBuilder.at(VENUE).as("a").named("The Late Session").build());

        assertThat(find(feedback)).contains(new Versioned<>(feedback, 1));
    }
}
