package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;

/** Stores for tests. */
public final class InMemoryStores {
    private InMemoryStores() {}

    public static SharedStore empty() {
        InMemoryStore store = new InMemoryStore();
        return (clock, saved) -> InMemoryStorage.of(store, clock, saved);
    }
}
