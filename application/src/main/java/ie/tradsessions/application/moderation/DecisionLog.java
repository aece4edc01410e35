package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.domain.moderation.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Every decision of a moderator, kept for good. {@link ie.tradsessions.application.Change.AppendDecision} adds one, and
 * nothing changes or deletes one.
 */
public interface DecisionLog {
    /**
     * A page of it, newest first, as it is stored now.
     *
     * @throws ie.tradsessions.domain.InvalidValue on the field {@code cursor} if no earlier page gave the token
     */
    Page<LogEntry> read(int limit, @Nullable PageToken after);
}
