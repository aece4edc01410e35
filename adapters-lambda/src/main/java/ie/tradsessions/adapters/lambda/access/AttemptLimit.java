package ie.tradsessions.adapters.lambda.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limits how often somebody may try something within a period. It counts in this process only, and forgets those who tried
 * least lately when there are many. The provider has limits of its own, which hold everywhere.
 */
final class AttemptLimit {
    private static final int MAX_KEPT = 10_000;

    private final int attempts;
    private final Duration period;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> counted = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MAX_KEPT;
        }
    };

    AttemptLimit(int attempts, Duration period, InstantSource clock) {
        this.attempts = attempts;
        this.period = period;
        this.clock = clock;
    }

    /** For how long nothing more may be tried; empty where something may. */
    synchronized Optional<Duration> reached(String who) {
        Deque<Instant> times = counted.get(who);
        if (times == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        while (!times.isEmpty() && !times.getFirst().plus(period).isAfter(now)) {
            times.removeFirst();
        }
        return times.size() < attempts
                ? Optional.empty()
                : Optional.of(Duration.between(now, times.getFirst().plus(period)));
    }

    synchronized void count(String who) {
        counted.computeIfAbsent(who, nobody -> new ArrayDeque<>()).add(clock.instant());
    }

    synchronized void forget(String who) {
        counted.remove(who);
    }
}
