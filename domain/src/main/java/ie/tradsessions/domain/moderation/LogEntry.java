package ie.tradsessions.domain.moderation;

import ie.tradsessions.domain.MemberId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the log keeps it for good.
 *
 * @param position tells apart what was decided in the same millisecond: the version that the decision gave to what it was
 *     stored with
 * @param name what the subject was called then: a session's own name or else its venue's, or that of a venue; null where
 *     that was not known. It is never the name of a member
 * @param intoName with a merge, what the venue that stays was called then, or null
 */
public record LogEntry(
        long position,
        MemberId moderator,
        Subject subject,
        Decided decided,
        @Nullable String name,
        @Nullable String intoName)
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
