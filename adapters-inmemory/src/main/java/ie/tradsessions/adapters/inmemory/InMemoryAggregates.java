package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.AggregateStore;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.UnreadableAggregate;
import ie.tradsessions.application.Versioned;
import java.util.Optional;
import java.util.function.Consumer;

/** What the collections share. */
abstract class InMemoryAggregates<I, A> implements AggregateStore<I, A> {
    private final InMemoryStore store;
    private final InMemoryJournal journal;
    private final Consumer<StoredAggregate> saved;

    InMemoryAggregates(InMemoryStore store, InMemoryJournal journal, Consumer<StoredAggregate> saved) {
        this.store = store;
        this.journal = journal;
        this.saved = saved;
    }

    abstract AggregateKey key(I id);

    abstract StoredAggregate stored(A aggregate, long version);

    /** Empty where it is another kind, or a tombstone. */
    abstract Optional<Versioned<A>> read(StoredAggregate stored);

    @Override
    public final Optional<Versioned<A>> find(I id) {
        Optional<StoredAggregate> found = store.find(key(id));
        if (found.orElse(null) instanceof StoredAggregate.Unreadable unreadable) {
            throw new UnreadableAggregate(unreadable);
        }
        return found.flatMap(this::read);
    }

    @Override
    public final SaveOutcome save(A aggregate, long expectedVersion) {
        return save(stored(aggregate, expectedVersion + 1));
    }

    @Override
    public final SaveOutcome delete(I id, long expectedVersion) {
        return save(new StoredAggregate.Deleted(key(id), expectedVersion + 1));
    }

    private SaveOutcome save(StoredAggregate next) {
        SaveOutcome outcome = store.save(next, journal.now());
        if (outcome instanceof SaveOutcome.Saved) {
            saved.accept(next);
        }
        return outcome;
    }
}
