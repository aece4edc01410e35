package ie.tradsessions.application.search;

import ie.tradsessions.application.ReadConsistency;
import java.time.Duration;

/**
 * How a {@link SearchIndex} follows what is stored.
 *
 * @param refreshEvery how old an answer may be before the journal is asked again
 * @param consistency how the journal and the aggregates are read
 * @param maxAge how old an answer may be while the storage does not answer; beyond, there is none
 * @param snapshotRequired whether there is no answer without a snapshot. Without one, the journal alone is read, which
 *     is enough only while nothing in it has expired
 */
public record FollowPolicy(
        Duration refreshEvery, ReadConsistency consistency, Duration maxAge, boolean snapshotRequired) {
    private static final Duration DEFAULT_MAX_AGE = Duration.ofMinutes(5);

    /** For a function of many: at most a second behind, from a snapshot that somebody else makes. */
    public static final FollowPolicy ONE_OF_MANY =
            new FollowPolicy(Duration.ofSeconds(1), ReadConsistency.EVENTUAL, DEFAULT_MAX_AGE, true);

    /** For a process that writes to a store to which others write as well: it sees all that it has saved itself. */
    public static final FollowPolicy READS_ITS_OWN_WRITES =
            new FollowPolicy(Duration.ofSeconds(1), ReadConsistency.STRONG, DEFAULT_MAX_AGE, true);

    /**
     * For a process that alone writes to its store: it takes over what it saves, and so is never behind.
     */
    public static final FollowPolicy ALONE =
            new FollowPolicy(Duration.ofHours(1), ReadConsistency.STRONG, DEFAULT_MAX_AGE, false);
}
