package ie.tradsessions.domain.member;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How much one member may change in a while: never more than {@code most} within any {@code window}, and less on the first
 * day. Changes are counted
 * by slots of time, so that few numbers tell all of it; who has reached the limit waits up to a slot longer than needed.
 */
enum Quota {
    HOUR(60, 30, Duration.ofHours(1), Duration.ofMinutes(5)),
    DAY(300, 100, Duration.ofDays(1), Duration.ofHours(1)),
    /** Of questions whether a session is on, which others have to answer. */
    QUESTIONS(5, 5, Duration.ofDays(1), Duration.ofHours(1));

    private final int most;
    private final int mostOfNewcomer;
    private final long slotSeconds;
    private final long slots;

    Quota(int most, int mostOfNewcomer, Duration window, Duration slot) {
        this.most = most;
        this.mostOfNewcomer = mostOfNewcomer;
        slotSeconds = slot.toSeconds();
        slots = window.dividedBy(slot);
    }

    /** How long to wait before one more is allowed; zero where it is now. */
    Duration toWait(NavigableMap<Long, Integer> counts, Instant now, boolean newcomer) {
        int limit = newcomer ? mostOfNewcomer : most;
        NavigableMap<Long, Integer> recent = recent(counts, now);
        int left = recent.values().stream().mapToInt(Integer::intValue).sum();
        if (left < limit) {
            return Duration.ZERO;
        }
        long slot = slot(now);
        for (var count : recent.entrySet()) {
            left -= count.getValue();
            slot = count.getKey();
            if (left < limit) {
                break;
            }
        }
        Instant free = Instant.ofEpochSecond((slot + slots + 1) * slotSeconds);
        return Duration.between(now, free);
    }

    /** With one more. */
    NavigableMap<Long, Integer> counted(NavigableMap<Long, Integer> counts, Instant now) {
        NavigableMap<Long, Integer> recent = recent(counts, now);
        recent.merge(slot(now), 1, Integer::sum);
        return recent;
    }

    /** The window ends now and begins within the first of these slots. */
    private NavigableMap<Long, Integer> recent(NavigableMap<Long, Integer> counts, Instant now) {
        // A clock that was set back counts what it has counted already.
        return new TreeMap<>(counts.tailMap(slot(now) - slots, true));
    }

    private long slot(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), slotSeconds);
    }
}
