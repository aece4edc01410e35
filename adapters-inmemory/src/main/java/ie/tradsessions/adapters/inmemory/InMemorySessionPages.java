package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.UnreadableAggregate;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.Optional;

final class InMemorySessionPages implements SessionPages {
    private final InMemoryStore store;

    InMemorySessionPages(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<SessionPage> session(SessionId id, ReadConsistency consistency) {
        StoredAggregate.OfSession session = null;
        Feedback feedback = Feedback.none(id);
        for (StoredAggregate one : store.all(List.of(AggregateKey.of(id), AggregateKey.feedbackOf(id)))) {
            switch (one) {
                case StoredAggregate.OfSession found -> session = found;
                case StoredAggregate.OfFeedback(var found, var version) -> feedback = found;
                case StoredAggregate.Unreadable unreadable -> throw new UnreadableAggregate(unreadable);
                case StoredAggregate.OfVenue venue -> {}
                case StoredAggregate.Deleted deleted -> {}
            }
        }
        return session == null
                ? Optional.empty()
                : Optional.of(new SessionPage(session.version(), session.session(), feedback));
    }
}
