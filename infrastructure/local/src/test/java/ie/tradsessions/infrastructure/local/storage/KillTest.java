package ie.tradsessions.infrastructure.local.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment and started again, a store has everything that it said it had. */
class KillTest {
    private static final int LONGEST_LIFE_MILLISECONDS = 700;

    @TempDir
    Path folder;

    private final Random random = new Random(20261124);

    @Test
    @Timeout(300)
    void nothing_that_was_acknowledged_is_lost_when_it_is_killed() throws Exception {
        killed(6);
    }

    @Test
    @Tag("long")
    @Timeout(1200)
    void nothing_that_was_acknowledged_is_lost_when_it_is_killed_dozens_of_times() throws Exception {
        killed(60);
    }

    /** A process that has been started, and waits to be let go. */
    private Process writer(int round) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        String.valueOf(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void killed(int rounds) throws Exception {
        Map<String, Integer> acknowledged = new HashMap<>();
        Process next = writer(0);
        try {
            for (int round = 0; round < rounds; round++) {
                Process writer = next;
                next = writer(round + 1);
                live(writer, acknowledged);
            }
        } finally {
            next.destroyForcibly().waitFor();
        }
        assertThat(acknowledged).hasSizeGreaterThan(rounds);
        try (Store store = Store.inFile(folder)) {
            store.begin();
            Storage ports = store.ports(InstantSource.system(), saved -> {});
            acknowledged.forEach((what, version) -> check(ports, what, version));
            Map<AggregateKey, Long> stored = new HashMap<>();
            ports.dataSet().readAll(one -> {
                assertThat(one).isNotInstanceOf(StoredAggregate.Unreadable.class);
                stored.put(one.key(), one.version());
            });
            assertThat(stored).hasSizeGreaterThanOrEqualTo(acknowledged.size());
            assertThat(newestInTheJournal(ports))
                    .as("a save and its entry are one")
                    .isEqualTo(stored);
        }
    }

    private static Map<AggregateKey, Long> newestInTheJournal(Storage ports) {
        Map<AggregateKey, Long> newest = new HashMap<>();
        ports.journal()
                .since(Instant.EPOCH, 1_000_000, ReadConsistency.STRONG)
                .entries()
                .forEach(entry -> newest.merge(entry.key(), entry.version(), Math::max));
        return newest;
    }

    /** Sometimes it does not even live to open the store. */
    private void live(Process writer, Map<String, Integer> acknowledged) throws Exception {
        writer.getOutputStream().write('\n');
        writer.getOutputStream().flush();
        boolean early = random.nextInt(6) == 0;
        long life = random.nextInt(LONGEST_LIFE_MILLISECONDS);
        BufferedReader out = writer.inputReader();
        if (!early) {
            assertThat(out.readLine()).isEqualTo("open");
        }
        Thread.sleep(life);
        // By its handle: the process itself would close the pipe, with what was said last.
        writer.toHandle().destroyForcibly();
        out.lines().forEach(line -> {
            String[] parts = line.split(" ", -1);
            // The last line may have been cut off with its process.
            if (parts.length == 3 && !parts[2].isEmpty()) {
                acknowledged.merge(parts[0] + " " + parts[1], Integer.valueOf(parts[2]), Math::max);
            }
        });
        writer.waitFor();
    }

    private static void check(Storage ports, String what, int version) {
        String id = what.substring(what.indexOf(' ') + 1);
        if (what.startsWith("venue")) {
            assertThat(ports.venues().find(new VenueId(id))).as(what).hasValueSatisfying(venue -> {
                assertThat(venue.version()).isGreaterThanOrEqualTo(version);
                assertThat(venue.value()).isEqualTo(KilledWriter.venue(new VenueId(id), (int) venue.version()));
            });
        } else {
            SessionId session = new SessionId(id);
            assertThat(ports.sessions().find(session).map(Versioned::value))
                    .as(what)
                    .hasValueSatisfying(
                            stored -> assertThat(stored).isEqualTo(KilledWriter.session(session, stored.venue())));
        }
    }
}
