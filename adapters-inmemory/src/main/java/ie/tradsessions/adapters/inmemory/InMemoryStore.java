package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.search.Journal;
import ie.tradsessions.application.search.Snapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one memory holds; {@link InMemoryStorage} has the ports to it. Each call is one step that nobody sees half of. All
 * that goes in and out is immutable.
 */
public final class InMemoryStore {
    private static final Comparator<Journal.Entry> BY_TIME = Comparator.comparing(Journal.Entry::at)
            .thenComparing(Journal.Entry::key)
            .thenComparingLong(Journal.Entry::version);

    private static final Comparator<Snapshots.Head> BY_MOMENT =
            Comparator.comparing(Snapshots.Head::asOf).thenComparing(Snapshots.Head::madeAt);

    private final Map<AggregateKey, StoredAggregate> aggregates = new TreeMap<>();
    private final NavigableSet<Journal.Entry> journal = new TreeSet<>(BY_TIME);
    private final Map<Integer, Snapshot> snapshots = new HashMap<>();

    private record Snapshot(Snapshots.Head head, List<byte[]> chunks) {}

    synchronized Optional<StoredAggregate> find(AggregateKey key) {
        return Optional.ofNullable(aggregates.get(key));
    }

    synchronized List<StoredAggregate> all() {
        return List.copyOf(aggregates.values());
    }

    synchronized List<StoredAggregate> all(Collection<AggregateKey> keys) {
        List<StoredAggregate> found = new ArrayList<>();
        keys.forEach(key -> find(key).ifPresent(found::add));
        return found;
    }

    /** Stores what has the version after the one expected, with its entry in the journal. */
    synchronized SaveOutcome save(StoredAggregate next, Instant at) {
        long stored = find(next.key()).map(StoredAggregate::version).orElse(SaveOutcome.NEW);
        if (next.version() != stored + 1) {
            return new SaveOutcome.Stale(stored);
        }
        aggregates.put(next.key(), next);
        journal.add(new Journal.Entry(at, next.key(), next.version()));
        return new SaveOutcome.Saved(next.version());
    }

    synchronized Journal.Tail since(Instant from, int max) {
        List<Journal.Entry> entries = new ArrayList<>();
        for (Journal.Entry entry : journal.tailSet(first(from), true)) {
            if (entries.size() == max) {
                return new Journal.Tail(entries, false);
            }
            entries.add(entry);
        }
        return new Journal.Tail(entries, true);
    }

    synchronized void expireBefore(Instant moment) {
        journal.headSet(first(moment), false).clear();
    }

    synchronized Optional<Snapshots.Head> head(int format) {
        return Optional.ofNullable(snapshots.get(format)).map(Snapshot::head);
    }

    synchronized Optional<List<byte[]>> chunks(Snapshots.Head head) {
        return snapshots.values().stream()
                .filter(snapshot -> snapshot.head().equals(head))
                .findFirst()
                .map(snapshot -> copied(snapshot.chunks()));
    }

    synchronized boolean publish(int format, Snapshots.Head head, List<byte[]> chunks) {
        Snapshot current = snapshots.get(format);
        if (current != null && BY_MOMENT.compare(head, current.head()) <= 0) {
            return false;
        }
        snapshots.put(format, new Snapshot(head, copied(chunks)));
        return true;
    }

    private static List<byte[]> copied(List<byte[]> chunks) {
        return chunks.stream().map(byte[]::clone).toList();
    }

    /** Comes before every entry of its time. */
    private static Journal.Entry first(Instant at) {
        return new Journal.Entry(at, new AggregateKey(AggregateKey.Kind.VENUE, ""), 0);
    }
}
