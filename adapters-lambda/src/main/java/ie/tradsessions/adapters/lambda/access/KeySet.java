package ie.tradsessions.adapters.lambda.access;

import ie.tradsessions.adapters.lambda.http.Unavailable;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer, kept. They are fetched when the first token comes, when a token names a key that is not among
 * them, and when they are older than {@link #FRESH}; and whatever comes, at most {@value #MAX_FETCHES} times within
 * {@link #PERIOD}. Where the issuer does not answer, known keys go on working until they are older than {@link #MAX_AGE}.
 * Nothing happens between requests.
 */
final class KeySet {
    static final int MAX_FETCHES = 2;
    static final Duration PERIOD = Duration.ofSeconds(30);
    static final Duration FRESH = Duration.ofMinutes(10);
    static final Duration MAX_AGE = Duration.ofHours(12);

    private final KeySource source;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    /** When the last of them began; guarded by the lock. */
    private final Deque<Instant> fetches = new ArrayDeque<>();

    private volatile @Nullable Fetched fetched;

    /** Why the last fetch brought nothing; null where it did. */
    private volatile @Nullable Exception failure;

    KeySet(KeySource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    private record Fetched(List<VerificationKey> keys, Instant at) {
        List<VerificationKey> named(@Nullable String id) {
            return id == null
                    ? keys
                    : keys.stream().filter(key -> id.equals(key.id())).toList();
        }
    }

    /**
     * The keys of this name; none where the issuer has none.
     *
     * @param id null for all of them
     * @throws Unavailable if they are not known, and the issuer does not answer
     */
    List<VerificationKey> named(@Nullable String id) {
        Fetched known = fetched;
        if (known == null || known.named(id).isEmpty() || isOlder(known, MAX_AGE)) {
            return fetchedFor(id, known);
        }
        if (isOlder(known, FRESH) && fetching.tryLock()) {
            // Whoever comes meanwhile goes on with the keys that are known.
            try {
                fetch();
            } finally {
                fetching.unlock();
            }
            return current().named(id);
        }
        return known.named(id);
    }

    private List<VerificationKey> fetchedFor(@Nullable String id, @Nullable Fetched known) {
        fetching.lock();
        try {
            Fetched now = fetched;
            // Else somebody has fetched them since we looked.
            if (now == null || now.equals(known) || now.named(id).isEmpty()) {
                fetch();
            }
        } finally {
            fetching.unlock();
        }
        List<VerificationKey> named = current().named(id);
        if (named.isEmpty() && failure != null) {
            throw unavailable();
        }
        return named;
    }

    private Fetched current() {
        Fetched now = fetched;
        if (now == null || isOlder(now, MAX_AGE)) {
            throw unavailable();
        }
        return now;
    }

    private Unavailable unavailable() {
        return new Unavailable("the issuer's keys cannot be had", PERIOD, failure);
    }

    private boolean isOlder(Fetched known, Duration age) {
        return Duration.between(known.at(), clock.instant()).compareTo(age) > 0;
    }

    /** Under the lock; does nothing where that has been done often enough. */
    private void fetch() {
        Instant now = clock.instant();
        fetches.removeIf(at -> Duration.between(at, now).compareTo(PERIOD) >= 0);
        if (fetches.size() >= MAX_FETCHES) {
            return;
        }
        fetches.add(now);
        try {
            List<VerificationKey> keys = List.copyOf(VerificationKey.ofSet(source.fetch()));
            Fetched known = fetched;
            if (known != null && isOfUse(known.keys()) && !isOfUse(keys)) {
                throw new ParseException("no key of the set can be used, and some could", 0);
            }
            fetched = new Fetched(keys, now);
            failure = null;
        } catch (IOException | ParseException e) {
            failure = e;
        }
    }

    private static boolean isOfUse(List<VerificationKey> keys) {
        return keys.stream().anyMatch(VerificationKey.Usable.class::isInstance);
    }
}
