package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

final class InMemoryReviews implements Reviews {
    private final InMemoryStore store;

    InMemoryReviews(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Versioned<Review>> find(SessionId session, int number) {
        return store.review(session, number);
    }

    @Override
    public List<Versioned<Review>> findAll(List<Id> ids) {
        return ids.stream()
                .flatMap(id -> store.review(id.session(), id.number()).stream())
                .toList();
    }

    @Override
    public List<Versioned<Review>> shown(
            SessionId session, @Nullable Integer before, int limit, ReadConsistency consistency) {
        return store.reviewsOf(session).stream()
                .filter(review -> review.value().isShown())
                .filter(review -> before == null || review.value().number() < before)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Versioned<Review>> notShown(SessionId session) {
        return store.reviewsOf(session).stream()
                .filter(review -> !review.value().isShown())
                .toList();
    }

    @Override
    public void readAll(Consumer<Review> each, Consumer<String> unreadable) {
        store.allReviews().forEach(each);
    }
}
