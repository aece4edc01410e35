package ie.tradsessions.application.search;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tells which aggregates were saved, and when. Every save writes its entry in its own transaction. Entries expire after
 * {@link #RETENTION}.
 *
 * <p>Nothing numbers the entries, and a reader may meet one late, twice or out of order: it applies them by version. So
 * a reader asks again for a stretch of time that it has seen already, longer than any save takes and clocks differ.
 */
public interface Journal {
    Duration RETENTION = Duration.ofDays(30);

    /**
     * That an aggregate is at a version since a time.
     *
     * @param at the later of the clock of whoever saved and the newest entry that had been seen there; to the
     *     millisecond
     */
    record Entry(Instant at, AggregateKey key, long version) {}

    /**
     * A stretch of the journal.
     *
     * @param entries in order of time
     * @param complete false where there were more entries than were asked for
     */
    record Tail(List<Entry> entries, boolean complete) {
        public Tail {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The entries at {@code from} and later.
     *
     * @param max the most entries that are of use; where there are more, the answer may stop anywhere
     */
    Tail since(Instant from, int max, ReadConsistency consistency);
}
