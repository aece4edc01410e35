package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.UnreadableSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One of people who use a store and its index. Whoever gets no answer sends the same request again, as an app does. */
abstract class IndexedTale implements Tale {
    private static final int MAX_ATTEMPTS = 30;
    private static final Duration BETWEEN_REQUESTS = Duration.ofMinutes(10);

    /** The index asks the journal before each answer, and knows what was saved without an answer. */
    private static final FollowPolicy ALWAYS =
            new FollowPolicy(Duration.ZERO, ReadConsistency.STRONG, Duration.ZERO, false);

    /** Whatever cannot be had is asked for again, so nobody need be told. */
    private static final SearchIndex.Listener PATIENT = new SearchIndex.Listener() {
        @Override
        public void unreadable(StoredAggregate.Unreadable aggregate) {
            throw new AssertionError(aggregate);
        }

        @Override
        public void stale(Duration age, StorageUnavailable cause) {}

        @Override
        public void unreadable(UnreadableSnapshot snapshot) {
            throw new AssertionError(snapshot);
        }
    };

    private final Storage storage;
    private final SearchIndex index;
    private final List<Object> answers = new ArrayList<>();
    private Instant now;
    private int unavailable;

    /** @param begin when the first request is made */
    IndexedTale(Table table, Instant begin) {
        now = begin;
        AtomicReference<SearchIndex> known = new AtomicReference<>();
        storage = DynamoStorage.on(table, this::now, saved -> known.get().saved(saved));
        index = new SearchIndex(storage, ALWAYS, this::now, PATIENT);
        known.set(index);
    }

    @Override
    public final List<Object> answers() {
        return List.copyOf(answers);
    }

    @Override
    public final int unavailable() {
        return unavailable;
    }

    final Storage storage() {
        return storage;
    }

    final SearchIndex index() {
        return index;
    }

    final Instant now() {
        return now;
    }

    /** A request whose answer has to be the undisturbed one, and some time after it. */
    final void ask(Supplier<Object> request) {
        answers.add(patiently(request));
        pass(BETWEEN_REQUESTS);
    }

    final void pass(Duration time) {
        now = now.plus(time);
    }

    /** @param what must not answer false */
    final <T> T patiently(Supplier<T> what) {
        StorageUnavailable last = null;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                T answer = what.get();
                assertThat(answer).isNotEqualTo(false);
                return answer;
            } catch (StorageUnavailable e) {
                unavailable++;
                last = e;
            }
        }
        throw new AssertionError("nobody ever answers", last);
    }
}
