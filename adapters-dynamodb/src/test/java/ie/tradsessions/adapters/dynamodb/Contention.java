package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.RetryPolicy;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Writers who each add a word to what a session says, all from the same moment on, and try until they have. */
final class Contention {
    private static final Duration LATENCY = Duration.ofMillis(15);

    /** Between the tries of one writer: for the first time a few saves, then twice as long each time. */
    private static final BackoffStrategy PAUSES =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(300), Duration.ofSeconds(3));

    /**
     * What came of it.
     *
     * @param tries how often each writer loaded the session and tried to save it, the fewest first
     * @param conflicts how many transactions met another
     * @param unavailable how often a writer was told to come again later
     * @param kept how many of the words the sessions hold
     */
    record Outcome(List<Integer> tries, int conflicts, int unavailable, int kept, long milliseconds) {
        int percentile(int percent) {
            return tries.get(Math.ceilDiv(tries.size() * percent, 100) - 1);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %d writers | %d kept | tries: mean %.1f, p50 %d, p95 %d, most %d | %d conflicts | %d unavailable | %.1f s |",
                    tries.size(),
                    kept,
                    tries.stream().mapToInt(Integer::intValue).average().orElseThrow(),
                    percentile(50),
                    percentile(95),
                    tries.getLast(),
                    conflicts,
                    unavailable,
                    milliseconds / 1e3);
        }
    }

    private final Storage storage;
    private final SlowTable slowTable;
    private final boolean pausing;
    private final CountDownLatch begin = new CountDownLatch(1);
    private final AtomicInteger unavailable = new AtomicInteger();

    private Contention(DynamoServer server, boolean pausing) {
        slowTable = new SlowTable(LATENCY);
        this.pausing = pausing;
        storage = DynamoStorage.on(server.newTable(RetryPolicy.DEFAULT, slowTable), InstantSource.system());
    }

    static Outcome onSessionsOfTheirOwn(DynamoServer server, int writers) {
        return new Contention(server, true)
                .run(IntStream.range(0, writers).mapToObj(i -> "session" + i).toList());
    }

    /** @param pausing whether a writer waits, by chance and longer each time, before it tries again */
    static Outcome onOneSession(DynamoServer server, int writers, boolean pausing) {
        return new Contention(server, pausing).run(Collections.nCopies(writers, "session"));
    }

    /** @param keys for each writer the session on which it is at work */
    private Outcome run(List<String> keys) {
        Venue venue = VenueBuilder.named("The Crane").in("Ennis").build();
        keys.stream()
                .distinct()
                .forEach(key ->
                        storage.sessions().save(SessionBuilder.at(venue).as(key).build(), SaveOutcome.NEW));
        List<Callable<Integer>> works = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            SessionId id = SessionBuilder.idOf(keys.get(i));
            String word = " word" + i;
            works.add(() -> add(id, word));
        }
        List<Integer> tries = new ArrayList<>();
        long start;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> futures = works.stream().map(threads::submit).toList();
            start = System.nanoTime();
            begin.countDown();
            for (Future<Integer> work : futures) {
                tries.add(work.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        Collections.sort(tries);
        int kept = (int) keys.stream()
                .distinct()
                .map(key -> storage.sessions().find(SessionBuilder.idOf(key)).orElseThrow())
                .flatMap(session -> Stream.of(
                        Objects.requireNonNull(session.value().craic()).strip().split(" ")))
                .filter(word -> word.startsWith("word"))
                .distinct()
                .count();
        return new Outcome(List.copyOf(tries), slowTable.conflicts(), unavailable.get(), kept, milliseconds);
    }

    private int add(SessionId id, String word) throws InterruptedException {
        begin.await();
        int tries = 0;
        while (true) {
            tries++;
            try {
                Versioned<Session> found = storage.sessions().find(id).orElseThrow();
                SaveOutcome outcome = storage.sessions().save(with(found.value(), word), found.version());
                if (outcome instanceof SaveOutcome.Saved) {
                    return tries;
                }
            } catch (StorageUnavailable e) {
                unavailable.incrementAndGet();
            }
            if (pausing) {
                SlowTable.pause(PAUSES.computeDelay(tries));
            }
        }
    }

    private static Session with(Session session, String word) {
        return new Session(
                session.id(),
                session.venue(),
                session.name(),
                session.timetable(),
                session.etiquette(),
                session.instruments(),
                Objects.requireNonNullElse(session.craic(), "") + word,
                session.shared(),
                session.sample(),
                null);
    }
}
