package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.place.SessionCounts;

public final class InMemorySessionCounts implements SessionCounts {
    private final InMemoryStore store;

    public InMemorySessionCounts(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Counts count() {
        return store.counts();
    }
}
