package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.inmemory.InMemoryStorage;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds everything in this process. */
final class MemoryStore implements Store {
    private final InMemoryStore store = new InMemoryStore();
    private final byte[] cursorKey = CursorKey.any();

    @Override
    public Storage ports(InstantSource clock, Consumer<StoredAggregate> saved) {
        return InMemoryStorage.of(store, clock, saved);
    }

    @Override
    public byte[] cursorKey() {
        return cursorKey.clone();
    }

    @Override
    public Optional<Table> table() {
        return Optional.empty();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public String place() {
        return "in memory";
    }

    @Override
    public void close() {
        // It is forgotten with the process.
    }
}
