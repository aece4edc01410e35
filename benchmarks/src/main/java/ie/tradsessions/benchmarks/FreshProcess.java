package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.inmemory.InMemoryStorage;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.Nearby;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.SessionOrder;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** A process that loads the index from files, as a function does that was not running, is asked something, and ends. */
final class FreshProcess {
    private final Storage storage;
    private final InstantSource clock;

    private FreshProcess(Path folder) {
        SnapshotFolder snapshots = new SnapshotFolder(folder);
        clock = InstantSource.fixed(snapshots.head(Index.FORMAT).orElseThrow().madeAt());
        Storage empty = InMemoryStorage.of(new InMemoryStore(), clock, saved -> {});
        storage = new Storage(
                empty.venues(),
                empty.sessions(),
                empty.feedbacks(),
                empty.pages(),
                empty.reviews(),
                empty.voices(),
                empty.dataSet(),
                empty.journal(),
                snapshots,
                empty.members(),
                empty.venueHistory(),
                empty.cases(),
                empty.decisionLog(),
                empty.merges(),
                empty.changes());
    }

    /** What the process does before it ends. */
    enum Task {
        /** Nothing. */
        START,
        /** Loads the index and finds the first page of four lists. */
        FIND,
        /** The same, and prints what took how long. */
        TIME,
        /** The same, loads the index once more, and prints how much memory it takes. */
        WEIGH,
        /** Loads the index, and the handler answers with the first page of the list. */
        RESPOND
    }

    /** The four lists that a process is asked for first. */
    private enum FirstQuestion {
        COUNTY(SessionQuery.builder().county(County.CLARE)),
        NEAR(SessionQuery.builder().near(new Nearby(new GeoPoint(52.8436, -8.9864), Nearby.DEFAULT_KM))),
        WORD(SessionQuery.builder().text("ennis")),
        BY_NEXT_NIGHT(SessionQuery.builder().order(SessionOrder.NEXT));

        final SessionQuery query;

        FirstQuestion(SessionQuery.Builder query) {
            this.query = query.build();
        }
    }

    /** @param args a {@link Task}, and the folder of the snapshot */
    public static void main(String[] args) throws IOException {
        Task task = Task.valueOf(args[0]);
        if (task != Task.START) {
            new FreshProcess(Path.of(args[1])).run(task, System.out);
        }
    }

    private void run(Task task, PrintStream out) throws IOException {
        switch (task) {
            case START -> {
                // There is nothing to do.
            }
            case FIND -> find(index());
            case TIME -> time(out);
            case WEIGH -> weigh(out);
            case RESPOND -> respond();
        }
    }

    private SearchIndex index() {
        return new SearchIndex(storage, FollowPolicy.ONE_OF_MANY, clock, IndexedStorage.NOTHING_HAPPENS);
    }

    private void find(SearchIndex index) {
        for (FirstQuestion question : FirstQuestion.values()) {
            find(index, question);
        }
    }

    private void find(SearchIndex index, FirstQuestion question) {
        FindSessions findSessions = new FindSessions(index, clock);
        if (findSessions
                .find(new FindSessions.Query(question.query, FindSessions.DEFAULT_LIMIT, null))
                .items()
                .isEmpty()) {
            throw new IllegalStateException("nothing was found: " + question);
        }
    }

    /** Prints milliseconds: of loading, then of each question. */
    private void time(PrintStream out) {
        SearchIndex index = index();
        long begun = System.nanoTime();
        index.current();
        out.println((System.nanoTime() - begun) / 1e6);
        for (FirstQuestion question : FirstQuestion.values()) {
            begun = System.nanoTime();
            find(index, question);
            out.println((System.nanoTime() - begun) / 1e6);
        }
    }

    /**
     * Prints bytes: resident before anything is loaded, resident after the first answers, the most that was resident by
     * then, the most after a second load while the first index was in use, and what one index holds on the heap.
     */
    private void weigh(PrintStream out) throws IOException {
        long resident = status("VmRSS:");
        long emptyHeap = liveHeap();
        SearchIndex first = index();
        find(first);
        out.println(resident);
        out.println(status("VmRSS:"));
        out.println(status("VmHWM:"));
        SearchIndex second = index();
        find(second);
        out.println(status("VmHWM:"));
        // What is still asked for something is not collected before.
        find(first);
        out.println(liveHeap() - emptyHeap);
        find(second);
    }

    private static long liveHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** What the kernel tells of this process under a name, in bytes. */
    private static long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    private void respond() {
        int status = new UncachedHandler(storage, clock).handle("/v1/sessions").getStatusCode();
        if (status != 200) {
            throw new IllegalStateException("answered with " + status);
        }
    }
}
