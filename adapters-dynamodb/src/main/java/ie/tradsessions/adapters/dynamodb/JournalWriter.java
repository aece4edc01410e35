package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.AggregateItems;
import ie.tradsessions.adapters.dynamodb.item.JournalItems;
import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.PutOutcome;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.search.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Saves aggregates, each with its entry in the journal in one transaction: 4 write units while the aggregate is at most
 * 1 KB, and 2 more for each begun KB. An entry bears the later of the clock and the newest entry that this process has
 * written or read, so that where clocks differ a reader finds what was saved after what it saw.
 */
final class JournalWriter {
    private final Table table;
    private final InstantSource clock;
    private final Consumer<StoredAggregate> saved;
    private final AtomicReference<Instant> newest = new AtomicReference<>(Instant.MIN);

    /** @param saved is told what was saved, after each save that was carried out */
    JournalWriter(Table table, InstantSource clock, Consumer<StoredAggregate> saved) {
        this.table = table;
        this.clock = clock;
        this.saved = saved;
    }

    /** An entry of this time was met in the journal. */
    void met(Instant at) {
        newest.accumulateAndGet(at, JournalWriter::later);
    }

    /** @param item the aggregate, with one version more than the expected */
    SaveOutcome save(AggregateKey key, Item item, long expectedVersion) {
        Condition condition = AggregateItems.ofVersion(expectedVersion);
        Item entryItem = entry(key, expectedVersion + 1);
        return switch (table.putBoth(item, condition, found -> version(found) == expectedVersion, entryItem)) {
            case PutOutcome.Stored() -> {
                saved.accept(AggregateItems.read(key, item));
                yield new SaveOutcome.Saved(expectedVersion + 1);
            }
            case PutOutcome.Refused(var found) -> new SaveOutcome.Stale(version(found));
        };
    }

    /** The entry of a save that is made now, for whoever makes it together with others. */
    Item entry(AggregateKey key, long version) {
        Instant at = newest.accumulateAndGet(clock.instant(), JournalWriter::later);
        return JournalItems.item(new Journal.Entry(at, key, version));
    }

    /** Tells what was saved together with others. */
    void saved(StoredAggregate aggregate) {
        saved.accept(aggregate);
    }

    private static long version(Optional<Item> found) {
        return found.map(AggregateItems::versionOrNone).orElse(SaveOutcome.NEW);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
