package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.moderation.Cases;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Subject;
import java.util.List;
import java.util.Optional;

final class InMemoryCases implements Cases {
    private final InMemoryStore store;

    InMemoryCases(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Versioned<Case>> find(Subject subject) {
        return store.moderation(its -> its.find(subject));
    }

    @Override
    public List<Versioned<Case>> open(int limit) {
        return store.moderation(its -> its.open(limit));
    }
}
