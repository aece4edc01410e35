package ie.tradsessions.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every collection of aggregates does: it stores them whole, counts how often, and refuses to store over what
 * somebody else has stored.
 *
 * @param <I> the identifier
 * @param <T> the aggregate
 */
public abstract class CollectionContract<I, T> extends StorageContract {
    private static final int THREADS = 8;
    private static final int ROUNDS = 60;
    private static final int RACERS = 4;

    protected abstract AggregateStore<I, T> aggregatesOf(Storage storage);

    protected abstract I idOf(T aggregate);

    /** One that may be stored, with every field told; another key gives another one. */
    protected abstract T one(String key);

    /** How many saves each thread of a race makes: the faster the storage, the more it takes to catch it slipping. */
    protected int savesOfARace() {
        return 30;
    }

    /** The same one with many of its fields changed; every word changes all of those fields. */
    protected abstract T changed(T aggregate, String word);

    private AggregateStore<I, T> aggregates() {
        return aggregatesOf(storage());
    }

    protected final Optional<Versioned<T>> find(T like) {
        return aggregates().find(idOf(like));
    }

    protected final SaveOutcome save(T aggregate, long expectedVersion) {
        return aggregates().save(aggregate, expectedVersion);
    }

    private SaveOutcome delete(T like, long expectedVersion) {
        return aggregates().delete(idOf(like), expectedVersion);
    }

    @Test
    void what_was_never_stored_is_not_found() {
        assertThat(find(one("a"))).isEmpty();
    }

    @Test
    void what_was_stored_is_found_whole() {
        T one = one("a");

        assertThat(save(one, SaveOutcome.NEW)).isEqualTo(new SaveOutcome.Saved(1));

        assertThat(find(one)).contains(new Versioned<>(one, 1));
        assertThat(find(one("b"))).isEmpty();
    }

    @Test
    void every_save_counts_the_version_up() {
        T one = one("a");
        save(one, SaveOutcome.NEW);

        for (long version = 1; version < 10; version++) {
            T next = changed(one, "word" + version);
            assertThat(save(next, version)).isEqualTo(new SaveOutcome.Saved(version + 1));
            assertThat(find(one)).contains(new Versioned<>(next, version + 1));
        }
    }

    @Test
    void saving_what_is_stored_already_counts_too() {
        T one = one("a");
        save(one, SaveOutcome.NEW);

        assertThat(save(one, 1)).isEqualTo(new SaveOutcome.Saved(2));
    }

    @Test
    void nothing_is_stored_over_what_the_caller_has_not_seen() {
        T one = one("a");
        T second = changed(one, "second");
        save(one, SaveOutcome.NEW);
        save(second, 1);

        for (long unseen : new long[] {SaveOutcome.NEW, 1, 3, 99}) {
            assertThat(save(changed(one, "unseen"), unseen)).isEqualTo(new SaveOutcome.Stale(2));
        }
        assertThat(find(one)).contains(new Versioned<>(second, 2));
    }

    @Test
    void what_is_expected_but_not_there_is_not_stored() {
        T one = one("a");

        assertThat(save(one, 1)).isEqualTo(new SaveOutcome.Stale(SaveOutcome.NEW));

        assertThat(find(one)).isEmpty();
    }

    @Test
    void each_one_has_a_version_of_its_own() {
        T one = one("a");
        T other = one("b");
        save(one, SaveOutcome.NEW);
        save(one, 1);
        save(other, SaveOutcome.NEW);

        assertThat(find(one).orElseThrow().version()).isEqualTo(2);
        assertThat(find(other).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void changing_a_loaded_copy_changes_neither_the_store_nor_another_copy() {
        T one = one("a");
        save(one, SaveOutcome.NEW);
        Versioned<T> loaded = find(one).orElseThrow();
        Versioned<T> copy = find(one).orElseThrow();

        T changed = changed(loaded.value(), "changed");

        assertThat(changed).isNotEqualTo(one);
        assertThat(find(one)).contains(new Versioned<>(one, 1));
        save(changed, loaded.version());
        assertThat(copy).isEqualTo(new Versioned<>(one, 1));
    }

    @Test
    void what_was_deleted_is_not_found_and_its_version_stays_behind() {
        T one = one("a");
        save(one, SaveOutcome.NEW);

        assertThat(delete(one, 1)).isEqualTo(new SaveOutcome.Saved(2));

        assertThat(find(one)).isEmpty();
        assertThat(save(one, SaveOutcome.NEW)).isEqualTo(new SaveOutcome.Stale(2));
        assertThat(save(one, 1)).isEqualTo(new SaveOutcome.Stale(2));
        assertThat(find(one)).isEmpty();
    }

    @Test
    void who_knows_of_the_deletion_may_store_it_again() {
        T one = one("a");
        save(one, SaveOutcome.NEW);
        delete(one, 1);

        assertThat(save(one, 2)).isEqualTo(new SaveOutcome.Saved(3));

        assertThat(find(one)).contains(new Versioned<>(one, 3));
    }

    @Test
    void nothing_is_deleted_that_the_caller_has_not_seen() {
        T one = one("a");
        save(one, SaveOutcome.NEW);
        save(one, 1);

        for (long unseen : new long[] {SaveOutcome.NEW, 1, 3}) {
            assertThat(delete(one, unseen)).isEqualTo(new SaveOutcome.Stale(2));
        }
        assertThat(find(one)).contains(new Versioned<>(one, 2));
    }

    @Test
    void every_save_and_every_deletion_is_told_in_this_process() {
        List<StoredAggregate> told = new ArrayList<>();
        Storage process = store().process(clock(), told::add);
        AggregateStore<I, T> here = aggregatesOf(process);
        T one = one("a");

        here.save(one, SaveOutcome.NEW);
        here.save(one, 7);
        assertThat(told).hasSize(1).isEqualTo(storedUnder(told.getFirst().key()));

        here.delete(idOf(one), 1);
        here.find(idOf(one));
        assertThat(told.subList(1, told.size()))
                .isEqualTo(storedUnder(told.getFirst().key()));
    }

    private List<StoredAggregate> storedUnder(AggregateKey key) {
        return storage().dataSet().read(List.of(key), ReadConsistency.STRONG);
    }

    @Test
    void of_many_who_save_over_one_version_exactly_one_wins() throws Exception {
        T one = one("a");
        save(one, SaveOutcome.NEW);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Versioned<T> before = find(one).orElseThrow();
                List<T> variants = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    variants.add(changed(one, "round" + round + "thread" + thread));
                }
                List<SaveOutcome> outcomes = allAtOnce(threads, variants, before.version());

                SaveOutcome saved = new SaveOutcome.Saved(before.version() + 1);
                assertThat(outcomes).containsOnlyOnce(saved);
                assertThat(outcomes)
                        .filteredOn(outcome -> !outcome.equals(saved))
                        .hasSize(THREADS - 1)
                        .containsOnly(new SaveOutcome.Stale(before.version() + 1));
                assertThat(find(one))
                        .contains(new Versioned<>(variants.get(outcomes.indexOf(saved)), before.version() + 1));
            }
        }
    }

    @Test
    void of_many_who_store_one_thing_as_new_exactly_one_wins() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                T one = one("new" + round);
                List<T> variants = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    variants.add(changed(one, "thread" + thread));
                }
                List<SaveOutcome> outcomes = allAtOnce(threads, variants, SaveOutcome.NEW);

                assertThat(outcomes).containsOnlyOnce(new SaveOutcome.Saved(1));
                assertThat(find(one))
                        .contains(new Versioned<>(variants.get(outcomes.indexOf(new SaveOutcome.Saved(1))), 1));
            }
        }
    }

    @Test
    void however_many_save_at_the_same_time_no_save_is_lost() throws Exception {
        T one = one("a");
        T other = changed(one, "other");
        save(one, SaveOutcome.NEW);
        List<Callable<List<Long>>> savers = new ArrayList<>();
        for (int thread = 0; thread < RACERS; thread++) {
            savers.add(() -> {
                List<Long> saved = new ArrayList<>();
                while (saved.size() < savesOfARace()) {
                    long seen = find(one).orElseThrow().version();
                    if (save(seen % 2 == 0 ? one : other, seen) instanceof SaveOutcome.Saved(long version)) {
                        saved.add(version);
                    }
                }
                return saved;
            });
        }
        List<Long> versions = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
            for (Future<List<Long>> saver : threads.invokeAll(savers)) {
                versions.addAll(saver.get());
            }
        }

        versions.sort(null);
        assertThat(versions)
                .isEqualTo(LongStream.rangeClosed(2, 1 + (long) RACERS * savesOfARace())
                        .boxed()
                        .toList());
        assertThat(find(one).orElseThrow().version()).isEqualTo(1 + (long) RACERS * savesOfARace());
    }

    @Test
    void nobody_sees_half_a_save() throws Exception {
        T first = changed(one("a"), "first");
        T second = changed(one("a"), "second");
        save(first, SaveOutcome.NEW);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> reader = threads.submit(() -> {
                while (!done.get()) {
                    Versioned<T> seen = find(first).orElseThrow();
                    assertThat(seen.value()).isEqualTo(seen.version() % 2 == 1 ? first : second);
                }
            });
            for (long version = 1; version <= ROUNDS * 2L; version++) {
                assertThat(save(version % 2 == 1 ? second : first, version))
                        .isEqualTo(new SaveOutcome.Saved(version + 1));
            }
            done.set(true);
            reader.get();
        }
    }

    private List<SaveOutcome> allAtOnce(ExecutorService threads, List<T> variants, long expectedVersion)
            throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<SaveOutcome>> saves = new ArrayList<>();
        for (T variant : variants) {
            saves.add(threads.submit(() -> {
                start.await();
                return save(variant, expectedVersion);
            }));
        }
        start.countDown();
        List<SaveOutcome> outcomes = new ArrayList<>();
        for (Future<SaveOutcome> save : saves) {
            outcomes.add(save.get());
        }
        return outcomes;
    }
}
