package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.AggregateItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.AggregateStore;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.UnreadableAggregate;
import ie.tradsessions.application.Versioned;
import java.util.Optional;

/** Aggregates of one kind. To find one takes 1 read unit for each begun 4 KB; {@link JournalWriter} tells about saves. */
abstract sealed class DynamoAggregates<I, A> implements AggregateStore<I, A>
        permits DynamoVenues, DynamoSessions, DynamoFeedbacks {
    private final Table table;
    private final JournalWriter journal;

    DynamoAggregates(Table table, JournalWriter journal) {
        this.table = table;
        this.journal = journal;
    }

    abstract AggregateKey key(I id);

    abstract I id(A aggregate);

    abstract Item item(A aggregate, long version);

    /** What was stored, where it is of this kind and neither deleted nor unreadable. */
    abstract Optional<A> aggregate(StoredAggregate stored);

    @Override
    public final Optional<Versioned<A>> find(I id) {
        AggregateKey key = key(id);
        Optional<StoredAggregate> found =
                table.get(AggregateItems.key(key), ReadConsistency.STRONG).map(item -> AggregateItems.read(key, item));
        if (found.isPresent() && found.get() instanceof StoredAggregate.Unreadable unreadable) {
            throw new UnreadableAggregate(unreadable);
        }
        return found.flatMap(
                stored -> aggregate(stored).map(aggregate -> new Versioned<>(aggregate, stored.version())));
    }

    @Override
    public final SaveOutcome save(A aggregate, long expectedVersion) {
        return journal.save(key(id(aggregate)), item(aggregate, expectedVersion + 1), expectedVersion);
    }

    @Override
    public final SaveOutcome delete(I id, long expectedVersion) {
        AggregateKey key = key(id);
        return journal.save(key, AggregateItems.tombstone(key, expectedVersion + 1), expectedVersion);
    }
}
