package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.opinion.Feedbacks;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;
import java.util.function.Consumer;

final class InMemoryFeedbacks extends InMemoryAggregates<SessionId, Feedback> implements Feedbacks {
    InMemoryFeedbacks(InMemoryStore store, InMemoryJournal journal, Consumer<StoredAggregate> saved) {
        super(store, journal, saved);
    }

    @Override
    AggregateKey key(SessionId id) {
        return AggregateKey.feedbackOf(id);
    }

    @Override
    StoredAggregate stored(Feedback feedback, long version) {
        return new StoredAggregate.OfFeedback(feedback, version);
    }

    @Override
    Optional<Versioned<Feedback>> read(StoredAggregate stored) {
        return stored instanceof StoredAggregate.OfFeedback(var feedback, var version)
                ? Optional.of(new Versioned<>(feedback, version))
                : Optional.empty();
    }
}
