package ie.tradsessions.application;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of all ports share. An adapter's test extends a contract and says where its ports come from. */
public abstract class StorageContract {
    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private SharedStore store;
    private Storage storage;

    /** A store in which there is nothing yet. */
    protected abstract SharedStore emptyStore();

    @BeforeEach
    final void openEmptyStore() {
        store = emptyStore();
        storage = store.process(clock);
    }

    /** The store, for another process to use it too. */
    protected final SharedStore store() {
        return store;
    }

    protected final Storage storage() {
        return storage;
    }

    /** That of the process whose ports {@link #storage()} has. */
    protected final SettableClock clock() {
        return clock;
    }

    protected final void store(Venue... venues) {
        for (Venue venue : venues) {
            save(storage.venues(), venue.id(), venue);
        }
    }

    protected final void store(Session... sessions) {
        for (Session session : sessions) {
            save(storage.sessions(), session.id(), session);
        }
    }

    protected final void store(Feedback... feedbacks) {
        for (Feedback feedback : feedbacks) {
            save(storage.feedbacks(), feedback.session(), feedback);
        }
    }

    protected final void store(GeneratedSessions generated) {
        generated.saveTo(storage.venues(), storage.sessions(), storage.feedbacks());
    }

    private static <I, A> void save(AggregateStore<I, A> aggregates, I id, A aggregate) {
        long version = aggregates.find(id).map(Versioned::version).orElse(SaveOutcome.NEW);
        assertThat(aggregates.save(aggregate, version)).isEqualTo(new SaveOutcome.Saved(version + 1));
    }
}
