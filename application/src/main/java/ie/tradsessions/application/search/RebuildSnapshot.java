package ie.tradsessions.application.search;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a snapshot from the aggregates themselves, and compares it with what the last snapshot and the journal tell, so
 * that nothing that was ever left out stays so for longer than the time between two of these. It reads everything.
 */
public final class RebuildSnapshot {
    /** The fewest aggregates that are put into the index at a time; then as many as are in it, so that it doubles. */
    private static final int MIN_BATCH = 2_000;

    /** What is saved while the two are compared makes them differ for a moment. */
    private static final int COMPARISONS = 3;

    private final Snapshots snapshots;
    private final DataSet dataSet;
    private final JournalReader reader;
    private final InstantSource clock;
    private final Supplier<String> newId;

    /** @param newId gives an identifier that no snapshot has */
    public RebuildSnapshot(
            Storage storage, InstantSource clock, Supplier<String> newId, SearchIndex.Listener listener) {
        snapshots = storage.snapshots();
        dataSet = storage.dataSet();
        reader = new JournalReader(storage.journal(), snapshots, dataSet, clock, listener);
        this.clock = clock;
        this.newId = newId;
    }

    /**
     * @param aggregates how many were read, tombstones among them
     * @param unreadable those that this program cannot read; they are in no list
     * @param wrong those that the last snapshot and the journal had otherwise; none where there was no snapshot to
     *     compare with
     * @param published whether the new snapshot is the current one now; false where somebody else made a later one
     */
    public record Outcome(
            int aggregates, List<StoredAggregate.Unreadable> unreadable, List<AggregateKey> wrong, boolean published) {
        public Outcome {
            unreadable = List.copyOf(unreadable);
            wrong = List.copyOf(wrong);
        }
    }

    public Outcome rebuild() {
        Instant start = clock.instant();
        Scan scan = new Scan();
        dataSet.readAll(scan::take);
        JournalReader.Following made = readOn(JournalReader.Following.of(scan.index(), newestKnown(), start));
        List<AggregateKey> wrong = compared(made);
        scan.unreadable.forEach(one -> wrong.remove(one.key()));
        List<byte[]> chunks = made.index().chunks(clock.instant());
        Snapshots.Head head = new Snapshots.Head(made.asOf(), made.askedAt(), newId.get(), chunks.size());
        return new Outcome(scan.count, scan.unreadable, wrong, snapshots.publish(Index.FORMAT, head, chunks));
    }

    /** An entry that was met when the last snapshot was made; from there on the journal tells of newer ones. */
    private Instant newestKnown() {
        return snapshots.head(Index.FORMAT).map(Snapshots.Head::asOf).orElse(Instant.EPOCH);
    }

    /** What differs in each of several comparisons, between which both read on. */
    private List<AggregateKey> compared(JournalReader.Following made) {
        Optional<JournalReader.Following> last = last();
        List<AggregateKey> wrong = new ArrayList<>();
        for (int i = 0; i < COMPARISONS && last.isPresent(); i++) {
            JournalReader.Following followed = readOn(last.get());
            JournalReader.Following now = readOn(made);
            List<AggregateKey> different = followed.index().differencesFrom(now.index());
            if (i == 0) {
                wrong.addAll(different);
            } else {
                wrong.retainAll(different);
            }
            if (wrong.isEmpty()) {
                break;
            }
            last = Optional.of(followed);
        }
        return wrong;
    }

    private Optional<JournalReader.Following> last() {
        try {
            return reader.load()
                    .map(JournalReader.Loaded::following)
                    .filter(following -> !reader.isTooFarBehind(following));
        } catch (UnreadableSnapshot e) {
            return Optional.empty();
        }
    }

    private JournalReader.Following readOn(JournalReader.Following from) {
        return reader.readOn(from, Integer.MAX_VALUE, ReadConsistency.STRONG).orElseThrow();
    }

    /** What was read, put together batch by batch. */
    private final class Scan {
        private final List<StoredAggregate.Unreadable> unreadable = new ArrayList<>();
        private final List<StoredAggregate> batch = new ArrayList<>();
        private Index index = Index.empty();
        private int count;
        private int packed;

        void take(StoredAggregate aggregate) {
            count++;
            if (aggregate instanceof StoredAggregate.Unreadable one) {
                unreadable.add(one);
                return;
            }
            batch.add(aggregate);
            if (batch.size() >= Math.max(MIN_BATCH, packed)) {
                index();
            }
        }

        Index index() {
            index = index.with(batch).compacted(clock.instant());
            packed += batch.size();
            batch.clear();
            return index;
        }
    }
}
