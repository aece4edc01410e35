package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.InterceptedStorage;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SearchIndexTest {
    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private final SharedStore store = InMemoryStores.empty();
    private final Storage writer = store.process(clock);
    private final List<String> calls = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean gone;
    private final Storage reader = InterceptedStorage.of(store.process(clock), new InterceptedStorage.Interceptor() {
        @Override
        public void before(String call) {
            if (gone) {
                throw new StorageUnavailable(Duration.ofSeconds(2), new IllegalStateException("gone"));
            }
            calls.add(call);
        }
    });
    private final SearchIndex.Listener listener = new SearchIndex.Listener() {
        @Override
        public void unreadable(StoredAggregate.Unreadable aggregate) {
            told.add("unreadable " + aggregate.key());
        }

        @Override
        public void stale(Duration age, StorageUnavailable cause) {
            told.add("stale for " + age);
        }

        @Override
        public void unreadable(UnreadableSnapshot snapshot) {
            told.add("unreadable snapshot");
        }
    };
    private final Venue crane = VenueBuilder.named("The Crane").build();
    private final Venue anchor = VenueBuilder.named("The Anchor").build();

    private SearchIndex index(FollowPolicy policy) {
        return new SearchIndex(reader, policy, clock, listener);
    }

    private SearchIndex oneOfMany() {
        rebuild();
        return index(FollowPolicy.ONE_OF_MANY);
    }

    private RebuildSnapshot.Outcome rebuild() {
        return new RebuildSnapshot(writer, clock, new Names()::next, IndexedStorage.NOTHING_HAPPENS).rebuild();
    }

    private void save(Venue venue) {
        assertThat(writer.venues().save(venue, SaveOutcome.NEW)).isEqualTo(new SaveOutcome.Saved(1));
    }

    private static boolean knows(Index index, Venue venue) {
        return index.venue(venue.id()).isPresent();
    }

    /** Identifiers for snapshots. */
    private static final class Names {
        private int next;

        String next() {
            return "snapshot" + next++;
        }
    }

    // How fresh

    @Test
    void the_journal_is_asked_once_a_second_at_most() {
        SearchIndex index = oneOfMany();
        index.current();
        calls.clear();

        for (int i = 0; i < 20; i++) {
            index.current();
            clock.advance(Duration.ofMillis(100));
        }

        assertThat(calls).containsExactly("since");
    }

    @Test
    void what_others_save_is_seen_a_second_later() {
        SearchIndex index = oneOfMany();
        index.current();
        save(crane);

        clock.advance(Duration.ofMillis(999));
        assertThat(knows(index.current(), crane)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(knows(index.current(), crane)).isTrue();
    }

    @Test
    void whoever_asks_for_the_latest_sees_what_was_saved_before() {
        SearchIndex index = oneOfMany();
        index.current();
        save(crane);

        assertThat(knows(index.latest(), crane)).isTrue();
        assertThat(knows(index.current(), crane)).isTrue();
    }

    @Test
    void a_process_that_saves_finds_it_at_once_without_asking() {
        SearchIndex index = index(FollowPolicy.ALONE);
        index.current();
        calls.clear();
        clock.advance(Duration.ofMinutes(30));
        index.current();
        assertThat(calls).isEmpty();

        save(crane);
        index.saved(new StoredAggregate.OfVenue(crane, 1));

        assertThat(knows(index.current(), crane)).isTrue();
        assertThat(calls).isEmpty();
    }

    @Test
    void nothing_is_read_again_that_is_known() {
        save(crane);
        SearchIndex index = oneOfMany();
        index.current();
        save(anchor);
        clock.advance(Duration.ofSeconds(1));
        calls.clear();

        index.current();
        clock.advance(Duration.ofSeconds(1));
        index.current();

        assertThat(calls).containsExactly("since", "read", "since");
    }

    @Test
    void a_process_that_was_frozen_asks_before_it_answers() {
        SearchIndex index = oneOfMany();
        index.current();
        save(crane);

        index.askAgain();

        assertThat(knows(index.current(), crane)).isTrue();
    }

    @Test
    void a_process_that_was_frozen_answers_nothing_while_the_storage_does_not() {
        SearchIndex index = oneOfMany();
        index.current();
        index.askAgain();
        gone = true;

        assertThatThrownBy(index::current).isInstanceOf(StorageUnavailable.class);
        assertThatThrownBy(index::current).isInstanceOf(StorageUnavailable.class);

        gone = false;
        assertThat(index.current()).isNotNull();
    }

    @Test
    void a_clock_that_is_set_back_does_not_keep_it_from_asking() {
        SearchIndex index = oneOfMany();
        index.current();
        save(crane);
        clock.advance(Duration.ofMinutes(-10));

        assertThat(knows(index.current(), crane)).isTrue();
    }

    @Test
    void whoever_has_something_to_answer_from_does_not_wait_for_another_who_asks() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        rebuild();
        Consumer<String> slow = call -> {
            asking.countDown();
            await(answer);
        };
        List<Consumer<String>> before = new ArrayList<>();
        Storage storage = InterceptedStorage.of(store.process(clock), new InterceptedStorage.Interceptor() {
            @Override
            public void before(String call) {
                before.forEach(one -> one.accept(call));
            }
        });
        SearchIndex index = new SearchIndex(storage, FollowPolicy.ONE_OF_MANY, clock, listener);
        Index known = index.current();
        before.add(slow);
        clock.advance(Duration.ofSeconds(1));
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Index> other = threads.submit(index::current);
            await(asking);

            assertThat(index.current()).isSameAs(known);

            answer.countDown();
            assertThat(other.get()).isNotNull();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    // Clocks that are wrong

    @Test
    void a_writer_whose_clock_is_slow_is_met_if_it_follows_the_journal() {
        save(anchor);
        clock.advance(Duration.ofMinutes(5));
        SearchIndex index = oneOfMany();
        index.current();
        Storage slow = store.process(new SettableClock(clock.instant().minus(Duration.ofMinutes(10))));
        new SearchIndex(slow, FollowPolicy.ALONE, clock, listener).current();

        slow.venues().save(crane, SaveOutcome.NEW);

        clock.advance(Duration.ofSeconds(1));
        assertThat(knows(index.current(), crane)).isTrue();
    }

    @Test
    void a_writer_whose_clock_is_fast_hides_nobody() {
        SearchIndex index = oneOfMany();
        Storage fast = store.process(new SettableClock(clock.instant().plus(Duration.ofMinutes(10))));
        fast.venues().save(anchor, SaveOutcome.NEW);
        assertThat(knows(index.latest(), anchor)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        save(crane);

        clock.advance(Duration.ofSeconds(1));
        assertThat(knows(index.current(), crane)).isTrue();
    }

    // When the storage does not answer

    @Test
    void a_warm_index_answers_for_five_minutes_without_its_storage_and_says_so() {
        save(crane);
        SearchIndex index = oneOfMany();
        index.current();
        gone = true;

        clock.advance(Duration.ofMinutes(5));
        assertThat(knows(index.current(), crane)).isTrue();
        assertThat(told).containsExactly("stale for PT5M");
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(index::current).isInstanceOf(StorageUnavailable.class);

        gone = false;
        assertThat(knows(index.current(), crane)).isTrue();
    }

    @Test
    void while_the_storage_does_not_answer_it_is_asked_once_a_second_too() {
        SearchIndex index = oneOfMany();
        index.current();
        gone = true;
        clock.advance(Duration.ofSeconds(1));

        for (int i = 0; i < 10; i++) {
            index.current();
        }

        assertThat(told).hasSize(1);
    }

    @Test
    void a_fresh_index_answers_nothing_before_it_has_read_the_journal() {
        rebuild();
        SearchIndex index = index(FollowPolicy.ONE_OF_MANY);
        gone = true;

        assertThatThrownBy(index::current).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void a_function_of_many_answers_nothing_without_a_snapshot() {
        save(crane);
        SearchIndex index = index(FollowPolicy.ONE_OF_MANY);

        assertThatThrownBy(index::current).isInstanceOf(StorageUnavailable.class);

        rebuild();
        assertThat(knows(index.current(), crane)).isTrue();
    }

    // Snapshots

    @Test
    void a_fresh_index_reads_head_chunks_journal_and_what_is_newer() {
        save(crane);
        rebuild();
        save(anchor);
        SearchIndex index = index(FollowPolicy.ONE_OF_MANY);

        Index current = index.current();

        assertThat(knows(current, crane)).isTrue();
        assertThat(knows(current, anchor)).isTrue();
        assertThat(calls).containsExactly("head", "chunks", "since", "read");
    }

    @Test
    void whoever_slept_longer_than_the_journal_remembers_starts_from_the_snapshot() {
        SearchIndex index = oneOfMany();
        index.current();
        save(crane);
        clock.advance(Journal.RETENTION.plusDays(1));
        rebuild();
        calls.clear();

        assertThat(knows(index.current(), crane)).isTrue();
        assertThat(calls).startsWith("head", "chunks");
    }

    @Test
    void a_damaged_snapshot_is_told_of_and_not_answered_from() {
        save(crane);
        writer.snapshots()
                .publish(
                        Index.FORMAT,
                        new Snapshots.Head(clock.instant(), clock.instant(), "damaged", 1),
                        List.of(new byte[] {1, 2, 3}));

        assertThatThrownBy(index(FollowPolicy.ONE_OF_MANY)::current).isInstanceOf(StorageUnavailable.class);
        assertThat(told).containsExactly("unreadable snapshot");

        clock.advance(Duration.ofSeconds(1));
        assertThat(rebuild().published()).isTrue();
        assertThat(knows(index(FollowPolicy.ONE_OF_MANY).current(), crane)).isTrue();
    }

    // What cannot be read

    @Test
    void what_cannot_be_read_is_named_once_and_takes_nothing_else_with_it() {
        SearchIndex index = new SearchIndex(poisoned(AggregateKey.of(crane.id())), FollowPolicy.ALONE, clock, listener);
        save(crane);
        save(anchor);

        assertThat(knows(index.latest(), anchor)).isTrue();
        assertThat(knows(index.latest(), crane)).isFalse();

        assertThat(told).containsExactly("unreadable " + AggregateKey.of(crane.id()));
    }

    @Test
    void what_was_repaired_is_found_again() {
        List<AggregateKey> poisoned = new ArrayList<>(List.of(AggregateKey.of(crane.id())));
        SearchIndex index = new SearchIndex(poisoned(poisoned), FollowPolicy.ALONE, clock, listener);
        save(crane);
        index.latest();

        poisoned.clear();
        writer.venues().save(crane, 1);

        assertThat(knows(index.latest(), crane)).isTrue();
    }

    private Storage poisoned(AggregateKey key) {
        return poisoned(List.of(key));
    }

    private Storage poisoned(List<AggregateKey> keys) {
        Storage real = store.process(clock);
        DataSet dataSet = new DataSet() {
            @Override
            public List<StoredAggregate> read(Collection<AggregateKey> wanted, ReadConsistency consistency) {
                return real.dataSet().read(wanted, consistency).stream()
                        .map(this::perhapsPoisoned)
                        .toList();
            }

            @Override
            public void readAll(Consumer<StoredAggregate> each) {
                real.dataSet().readAll(one -> each.accept(perhapsPoisoned(one)));
            }

            private StoredAggregate perhapsPoisoned(StoredAggregate one) {
                return keys.contains(one.key())
                        ? new StoredAggregate.Unreadable(one.key(), one.version(), "a field is missing")
                        : one;
            }
        };
        return new Storage(
                real.venues(),
                real.sessions(),
                real.feedbacks(),
                real.pages(),
                real.reviews(),
                real.voices(),
                dataSet,
                real.journal(),
                real.snapshots(),
                real.members(),
                real.venueHistory(),
                real.cases(),
                real.decisionLog(),
                real.merges(),
                real.changes());
    }
}
