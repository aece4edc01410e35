package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.feedback.Feedbacks;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;

public final class InMemoryFeedbacks implements Feedbacks {
    private final InMemoryStore store;

    public InMemoryFeedbacks(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Versioned<Feedback>> find(SessionId id) {
        return store.feedback(id);
    }

    @Override
    public SaveOutcome save(Feedback feedback, long expectedVersion) {
        return store.save(feedback, expectedVersion);
    }
}
