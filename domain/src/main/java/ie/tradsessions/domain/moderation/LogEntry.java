package ie.tradsessions.domain.moderation;

import ie.tradsessions.domain.MemberId;
import java.time.Instant;
import java.util.Comparator;

/**
 * A decision as the log keeps it for good.
 *
 * @param position tells apart what was decided in the same millisecond: the version that the decision gave to what it was
 *     stored with
 */
public record LogEntry(long position, MemberId moderator, Subject subject, Decided decided)
        implements Comparable<LogEntry> {
    private static final Comparator<LogEntry> ORDER = Comparator.comparing(LogEntry::at)
            .thenComparingLong(LogEntry::position)
            .thenComparing(entry -> entry.subject().toString());

    public Instant at() {
        return decided.at();
    }

    /** Oldest first. */
    @Override
    public int compareTo(LogEntry other) {
        return ORDER.compare(this, other);
    }
}
