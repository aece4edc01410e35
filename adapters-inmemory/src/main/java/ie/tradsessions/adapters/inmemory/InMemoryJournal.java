package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.search.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

final class InMemoryJournal implements Journal {
    private final InMemoryStore store;
    private final InstantSource clock;
    private final AtomicReference<Instant> newest = new AtomicReference<>(Instant.EPOCH);

    InMemoryJournal(InMemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Tail since(Instant from, int max, ReadConsistency consistency) {
        store.expireBefore(clock.instant().minus(RETENTION));
        Tail tail = store.since(from, max);
        tail.entries().forEach(entry -> seen(entry.at()));
        return tail;
    }

    /** The time that an entry bears which is written now. */
    Instant now() {
        return seen(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Instant seen(Instant moment) {
        return newest.accumulateAndGet(moment, (one, other) -> one.isAfter(other) ? one : other);
    }
}
