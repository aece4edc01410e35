package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How {@link FoldSnapshot} and {@link RebuildSnapshot} make snapshots. */
class SnapshotMakingTest {
    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private final SharedStore store = InMemoryStores.empty();
    private final Storage storage = store.process(clock);
    private final Venue crane = VenueBuilder.named("The Crane").build();
    private int names;

    private FoldSnapshot.Outcome fold() {
        return fold(storage);
    }

    private FoldSnapshot.Outcome fold(Storage ports) {
        return new FoldSnapshot(ports, clock, () -> "fold" + names++, IndexedStorage.NOTHING_HAPPENS).fold();
    }

    private RebuildSnapshot.Outcome rebuild() {
        return rebuild(storage);
    }

    private RebuildSnapshot.Outcome rebuild(Storage ports) {
        return new RebuildSnapshot(ports, clock, () -> "rebuilt" + names++, IndexedStorage.NOTHING_HAPPENS).rebuild();
    }

    private Snapshots.Head head() {
        return storage.snapshots().head(Index.FORMAT).orElseThrow();
    }

    private void save(Venue venue) {
        storage.venues().save(venue, SaveOutcome.NEW);
    }

    /** Small venues, so that few of them are worth a fold. */
    private void saveMany(int from, int to) {
        for (int i = from; i < to; i++) {
            save(VenueBuilder.named("Venue " + i).build());
        }
    }

    @Test
    void without_a_snapshot_there_is_nothing_to_fold_onto() {
        save(crane);

        assertThat(fold()).isEqualTo(new FoldSnapshot.Outcome.NeedsRebuilding());
    }

    @Test
    void where_nothing_was_saved_nothing_is_folded() {
        save(crane);
        rebuild();

        assertThat(fold()).isEqualTo(new FoldSnapshot.Outcome.NotWorthIt(0));
    }

    @Test
    void a_fold_waits_for_as_many_changes_as_the_snapshot_has_kilobytes() {
        saveMany(0, 2_000);
        rebuild();
        save(crane);
        assertThat(fold()).isEqualTo(new FoldSnapshot.Outcome.NotWorthIt(1));

        clock.advance(Duration.ofSeconds(1));
        saveMany(2_000, 2_400);

        assertThat(fold()).isInstanceOfSatisfying(FoldSnapshot.Outcome.Folded.class, folded -> {
            assertThat(folded.bytes()).isBetween(1L, 401L * 1_024);
            assertThat(folded.head()).isEqualTo(head());
        });
        assertThat(fold()).isEqualTo(new FoldSnapshot.Outcome.NotWorthIt(0));
    }

    @Test
    void a_fold_goes_on_from_the_moment_of_the_one_before() {
        rebuild();
        Instant before = head().asOf();
        clock.advance(Duration.ofMinutes(5));
        saveMany(0, 50);

        assertThat(fold()).isInstanceOf(FoldSnapshot.Outcome.Folded.class);

        assertThat(head().asOf()).isAfter(before);
        assertThat(rebuild().wrong()).isEmpty();
    }

    @Test
    void whoever_is_overtaken_says_so_and_the_later_snapshot_stays() {
        rebuild();
        saveMany(0, 50);
        Snapshots others = storage.snapshots();
        Storage slow = withSnapshots(new OvertakenSnapshots(others, () -> {
            clock.advance(Duration.ofSeconds(1));
            saveMany(50, 100);
            fold();
        }));

        assertThat(fold(slow)).isEqualTo(new FoldSnapshot.Outcome.Overtaken());
        assertThat(rebuild().wrong()).isEmpty();
    }

    @Test
    void a_snapshot_older_than_the_journal_remembers_has_to_be_rebuilt() {
        save(crane);
        rebuild();
        clock.advance(Journal.RETENTION);

        assertThat(fold()).isEqualTo(new FoldSnapshot.Outcome.NeedsRebuilding());
    }

    @Test
    void rebuilding_says_how_much_it_read_and_that_nothing_was_wrong() {
        GeneratedSessions generated = GeneratedSessions.of(100, 7);
        generated.saveTo(storage.venues(), storage.sessions(), storage.feedbacks());
        storage.venues().delete(generated.venues().getFirst().id(), 1);

        RebuildSnapshot.Outcome outcome = rebuild();

        assertThat(outcome.aggregates())
                .isEqualTo(generated.venues().size()
                        + generated.sessions().size()
                        + generated.feedbacks().size());
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.unreadable()).isEmpty();
        assertThat(outcome.published()).isTrue();
    }

    @Test
    void rebuilding_finds_and_mends_what_was_left_out() {
        save(crane);
        rebuild();
        clock.advance(Duration.ofMinutes(5));
        Venue anchor = VenueBuilder.named("The Anchor").build();
        save(anchor);
        clock.advance(Duration.ofMinutes(5));
        // A snapshot that claims to hold all up to now, and does not.
        Snapshots.Head wrong = new Snapshots.Head(clock.instant(), clock.instant(), "wrong", head().chunks());
        storage.snapshots()
                .publish(Index.FORMAT, wrong, storage.snapshots().chunks(head()).orElseThrow());
        clock.advance(Duration.ofMinutes(5));

        assertThat(rebuild().wrong()).containsExactly(AggregateKey.of(anchor.id()));

        assertThat(rebuild().wrong()).isEmpty();
    }

    @Test
    void rebuilding_again_renews_a_snapshot_though_nothing_was_saved() {
        save(crane);
        rebuild();
        Instant first = head().madeAt();
        clock.advance(Duration.ofDays(1));

        assertThat(rebuild().published()).isTrue();

        assertThat(head().madeAt()).isAfter(first);
    }

    private Storage withSnapshots(Snapshots snapshots) {
        return new Storage(
                storage.venues(),
                storage.sessions(),
                storage.feedbacks(),
                storage.pages(),
                storage.reviews(),
                storage.voices(),
                storage.dataSet(),
                storage.journal(),
                snapshots,
                storage.members(),
                storage.venueHistory(),
                storage.cases(),
                storage.decisionLog(),
                storage.merges(),
                storage.changes());
    }

    /** Something else happens between the making of a snapshot and its publishing. */
    private record OvertakenSnapshots(Snapshots real, Runnable meanwhile) implements Snapshots {
        @Override
        public Optional<Head> head(int format) {
            return real.head(format);
        }

        @Override
        public Optional<List<byte[]>> chunks(Head head) {
            return real.chunks(head);
        }

        @Override
        public boolean publish(int format, Head head, List<byte[]> chunks) {
            meanwhile.run();
            return real.publish(format, head, chunks);
        }
    }
}
