package ie.tradsessions.application.search;

import ie.tradsessions.application.Deadline;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.StoredAggregate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The index of one process, which follows what is stored. Whoever searches takes {@link #current()} and asks that: it
 * does not change, so several questions of one request see one state.
 *
 * <p>Thread-safe: one thread at a time asks the journal. Others wait for it only where there is nothing to answer from.
 */
public final class SearchIndex {
    /** From here on the journal costs more to read than a snapshot. */
    private static final int MAX_TAIL = 10_000;

    /** A warm index does not wait longer for the journal; it answers as it is. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private static final Instant NEVER = Instant.MIN;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final JournalReader reader;
    private final FollowPolicy policy;
    private final InstantSource clock;
    private final Listener listener;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable State state;

    /** Is told what needs somebody's attention. */
    public interface Listener {
        /** The journal tells of an aggregate that cannot be read. It is left out; all others are answered. */
        void unreadable(StoredAggregate.Unreadable aggregate);

        /** The storage does not answer, and the index answers as it was this long ago. */
        void stale(Duration age, StorageUnavailable cause);

        /** The snapshot cannot be read. */
        void unreadable(UnreadableSnapshot snapshot);
    }

    /**
     * @param triedAt when the journal was last asked, whether it answered or not
     * @param generation another number for each index
     */
    private record State(JournalReader.Following following, Instant triedAt, long generation) {
        State after(JournalReader.Following next, Instant tried) {
            return new State(next, tried, next.index() == following.index() ? generation : generation + 1);
        }
    }

    public SearchIndex(Storage storage, FollowPolicy policy, InstantSource clock, Listener listener) {
        reader = new JournalReader(storage.journal(), storage.snapshots(), storage.dataSet(), clock, listener);
        this.policy = policy;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * The index, as new as the policy demands.
     *
     * @throws StorageUnavailable if nothing that is new enough can be had
     */
    public Index current() {
        State known = state;
        if (known != null && (!isDue(known) || refreshing.isLocked())) {
            return known.following().index();
        }
        refreshing.lock();
        try {
            known = state;
            return known != null && !isDue(known) ? known.following().index() : refreshed(known, policy.consistency());
        } finally {
            refreshing.unlock();
        }
    }

    /** Takes over what this process has saved: it is found at once, before the journal tells of it. */
    public void saved(StoredAggregate aggregate) {
        refreshing.lock();
        try {
            State known = state;
            if (known != null) {
                JournalReader.Following following = known.following();
                Index index = following.index().with(List.of(aggregate));
                state = known.after(compacted(following.with(index)), known.triedAt());
            }
        } finally {
            refreshing.unlock();
        }
    }

    /** Whether {@link #current()} would ask the storage now. */
    public boolean isDue() {
        State known = state;
        return known == null || isDue(known);
    }

    /**
     * Another number whenever {@link #current()} answers with another index: who keeps what was worked out from it knows
     * by this how long it holds.
     *
     * @throws StorageUnavailable as {@link #current()} does
     */
    public long generation() {
        current();
        State known = state;
        return known == null ? 0 : known.generation();
    }

    /**
     * The index with everything that was saved before this call, whoever saved it.
     *
     * @throws StorageUnavailable as {@link #current()} does
     */
    public Index latest() {
        refreshing.lock();
        try {
            return refreshed(state, ReadConsistency.STRONG);
        } finally {
            refreshing.unlock();
        }
    }

    /**
     * Forgets that the journal was ever asked, as a process must that was frozen and goes on: nothing is answered before it
     * has been asked again. What was loaded stays.
     */
    public void askAgain() {
        refreshing.lock();
        try {
            State known = state;
            if (known != null) {
                state = known.after(known.following(), NEVER);
            }
        } finally {
            refreshing.unlock();
        }
    }

    private boolean isDue(State known) {
        Instant now = clock.instant();
        // A clock that was set back counts as one that ran on.
        return now.isBefore(known.triedAt()) || !now.isBefore(known.triedAt().plus(policy.refreshEvery()));
    }

    private Index refreshed(@Nullable State known, ReadConsistency consistency) {
        if (known == null) {
            JournalReader.Following loaded = loaded(consistency);
            state = new State(loaded, loaded.askedAt(), 1);
            return loaded.index();
        }
        Instant now = clock.instant();
        try {
            JournalReader.Following following =
                    Deadline.within(MAX_WAIT, now, () -> readOn(known.following(), consistency));
            state = known.after(following, now);
            return following.index();
        } catch (StorageUnavailable e) {
            return stale(known, now, e);
        }
    }

    private Index stale(State known, Instant now, StorageUnavailable cause) {
        Duration age = Duration.between(known.following().askedAt(), now);
        if (age.compareTo(policy.maxAge()) > 0 || known.triedAt().equals(NEVER)) {
            throw cause;
        }
        state = known.after(known.following(), now);
        listener.stale(age, cause);
        return known.following().index();
    }

    private JournalReader.Following readOn(JournalReader.Following from, ReadConsistency consistency) {
        Optional<JournalReader.Following> following =
                reader.isTooFarBehind(from) ? Optional.empty() : reader.readOn(from, MAX_TAIL, consistency);
        return following.map(this::compacted).orElseGet(() -> loaded(consistency));
    }

    private JournalReader.Following loaded(ReadConsistency consistency) {
        JournalReader.Following loaded = snapshot().orElseGet(() -> {
            if (policy.snapshotRequired()) {
                throw new StorageUnavailable(
                        RETRY_AFTER, new IllegalStateException("there is no snapshot of the index yet"));
            }
            return JournalReader.Following.nothing();
        });
        return compacted(reader.readOn(loaded, Integer.MAX_VALUE, consistency).orElseThrow());
    }

    private Optional<JournalReader.Following> snapshot() {
        try {
            return reader.load().map(JournalReader.Loaded::following);
        } catch (UnreadableSnapshot e) {
            listener.unreadable(e);
            return Optional.empty();
        }
    }

    private JournalReader.Following compacted(JournalReader.Following following) {
        Index index = following.index();
        return index.hasLargeOverlay() ? following.with(index.compacted(clock.instant())) : following;
    }
}
