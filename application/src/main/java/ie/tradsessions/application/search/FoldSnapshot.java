package ie.tradsessions.application.search;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Storage;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a new snapshot from the last one and the journal, once the journal has grown long: what a fresh process reads
 * stays short, and a snapshot is written at most once for as many saves as it has kilobytes.
 */
public final class FoldSnapshot {
    private static final int BYTES_OF_A_WRITE_UNIT = 1_024;

    private final Snapshots snapshots;
    private final JournalReader reader;
    private final InstantSource clock;
    private final Supplier<String> newId;

    /** @param newId gives an identifier that no snapshot has */
    public FoldSnapshot(Storage storage, InstantSource clock, Supplier<String> newId, SearchIndex.Listener listener) {
        snapshots = storage.snapshots();
        reader = new JournalReader(storage.journal(), snapshots, storage.dataSet(), clock, listener);
        this.clock = clock;
        this.newId = newId;
    }

    public sealed interface Outcome {
        /** @param bytes of all chunks together */
        record Folded(Snapshots.Head head, long bytes) implements Outcome {}

        /** @param changes how many aggregates the journal has that are newer than the snapshot */
        record NotWorthIt(int changes) implements Outcome {}

        /** Somebody else made a snapshot meanwhile that holds as much or more. */
        record Overtaken() implements Outcome {}

        /** There is no snapshot to go on from, or the journal has forgotten what came after it: {@link RebuildSnapshot}. */
        record NeedsRebuilding() implements Outcome {}
    }

    /** @throws UnreadableSnapshot if the last snapshot is damaged */
    public Outcome fold() {
        Optional<JournalReader.Loaded> last =
                reader.load().filter(loaded -> !reader.isTooFarBehind(loaded.following()));
        if (last.isEmpty()) {
            return new Outcome.NeedsRebuilding();
        }
        JournalReader.Following now = reader.readOn(last.get().following(), Integer.MAX_VALUE, ReadConsistency.STRONG)
                .orElseThrow();
        int changes = now.changes();
        // Packing takes seconds where the index is large; the last snapshot tells well enough whether it may be worth
        // it.
        if (changes < writeUnits(last.get().chunks(), last.get().bytes())) {
            return new Outcome.NotWorthIt(changes);
        }
        List<byte[]> chunks = now.index().chunks(clock.instant());
        long bytes = chunks.stream().mapToLong(chunk -> chunk.length).sum();
        if (changes < writeUnits(chunks.size(), bytes)) {
            return new Outcome.NotWorthIt(changes);
        }
        Snapshots.Head head = new Snapshots.Head(now.asOf(), now.askedAt(), newId.get(), chunks.size());
        return snapshots.publish(Index.FORMAT, head, chunks)
                ? new Outcome.Folded(head, bytes)
                : new Outcome.Overtaken();
    }

    /** Each chunk is rounded up to a unit, and the head is one. */
    private static long writeUnits(int chunks, long bytes) {
        return bytes / BYTES_OF_A_WRITE_UNIT + chunks + 1;
    }
}
