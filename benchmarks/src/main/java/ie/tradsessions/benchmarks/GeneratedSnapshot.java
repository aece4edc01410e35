package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.inmemory.InMemoryStorage;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.adapters.lambda.SearchIndexLog;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.RebuildSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A snapshot of generated sessions, in a folder.
 *
 * @param bytes of all its chunks
 */
record GeneratedSnapshot(Path folder, int sessions, int venues, int chunks, long bytes) {
    private static final int VENUES_FOR_A_SESSION = 10;

    /** With ten times as many venues as sessions. */
    static GeneratedSnapshot withManyVenues(Path work, int sessions) throws IOException {
        return make(work.resolve("snapshot-" + sessions), sessions, VENUES_FOR_A_SESSION * sessions);
    }

    /** With those venues only that have sessions, and the few that lost theirs. */
    static GeneratedSnapshot withFewVenues(Path work, int sessions) throws IOException {
        return make(work.resolve("snapshot-" + sessions + "-few-venues"), sessions, 0);
    }

    private static GeneratedSnapshot make(Path folder, int sessions, int minVenues) throws IOException {
        GeneratedSessions generated = GeneratedSessions.of(sessions, GeneratedStore.SEED);
        int venues = Math.max(minVenues, generated.venues().size());
        SnapshotFolder snapshots = SnapshotFolder.empty(folder);
        Storage empty = InMemoryStorage.of(new InMemoryStore(), GeneratedStore.CLOCK, saved -> {});
        Storage storage = new Storage(
                empty.venues(),
                empty.sessions(),
                empty.feedbacks(),
                empty.pages(),
                empty.reviews(),
                empty.voices(),
                new GeneratedDataSet(generated, venues),
                empty.journal(),
                snapshots,
                empty.members(),
                empty.venueHistory(),
                empty.cases(),
                empty.decisionLog(),
                empty.merges(),
                empty.changes());
        new RebuildSnapshot(storage, GeneratedStore.CLOCK, () -> "generated", new SearchIndexLog()).rebuild();
        List<byte[]> chunks =
                snapshots.head(Index.FORMAT).flatMap(snapshots::chunks).orElseThrow();
        long bytes = chunks.stream().mapToLong(chunk -> chunk.length).sum();
        return new GeneratedSnapshot(folder, sessions, venues, chunks.size(), bytes);
    }
}
