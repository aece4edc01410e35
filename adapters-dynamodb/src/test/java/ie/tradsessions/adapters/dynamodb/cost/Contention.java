package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.adapters.dynamodb.PortsOf;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Many writers who each add a word to what the same session says, and try until they have: at the worst of moments, for
 * all who still wait load it before one of them saves.
 */
public final class Contention {
    private static final Pattern WORD = Pattern.compile("\\bword\\d+\\b");

    /**
     * What came of it.
     *
     * @param loads how often the session was loaded, and a save tried
     * @param stale how many saves came too late
     * @param kept how many of the words the session holds
     */
    public record Outcome(int writers, int loads, int stale, int kept, long version) {}

    private final Ports ports;
    private final SessionId id;
    private final Phaser moments;
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicInteger stale = new AtomicInteger();

    private Contention(int writers, Ports ports, SessionId id) {
        this.ports = ports;
        this.id = id;
        moments = new Phaser(writers);
    }

    public static Outcome of(int writers, DynamoDbClient client, String table) {
        Ports ports = PortsOf.table(new Table(client, table, Meter.NONE), PortsOf.tokens());
        GeneratedSessions one = GeneratedSessions.of(1, 4);
        one.saveTo(ports.venues(), ports.sessions(), ports.feedbacks());
        Session session = one.sessions().getFirst();
        Contention contention = new Contention(writers, ports, session.id());
        contention.run(writers);
        Versioned<Session> after = ports.sessions().find(session.id()).orElseThrow();
        return new Outcome(
                writers,
                contention.loads.get(),
                contention.stale.get(),
                (int) WORD.matcher(Objects.requireNonNull(after.value().craic()))
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .count(),
                after.version());
    }

    private void run(int writers) {
        List<Callable<Boolean>> works = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String word = " word" + i;
            works.add(() -> add(word));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (Future<Boolean> work : threads.invokeAll(works)) {
                work.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean add(String word) {
        while (true) {
            loads.incrementAndGet();
            Versioned<Session> found = ports.sessions().find(id).orElseThrow();
            moments.arriveAndAwaitAdvance();
            if (ports.sessions().save(with(found.value(), word), found.version()) instanceof SaveOutcome.Saved) {
                moments.arriveAndDeregister();
                return true;
            }
            stale.incrementAndGet();
            moments.arriveAndAwaitAdvance();
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
                session.sample());
    }
}
