package ie.tradsessions.application.session;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answers which sessions there are. Sessions that have {@link ie.tradsessions.domain.feedback.Freshness#ENDED ended} are
 * not listed.
 */
public interface SessionDirectory {
    /**
     * The sessions that a query asks for, in its order.
     *
     * @param now the moment at which "ended" and "next" are judged
     * @param after where an earlier page ended, or null for the first
     */
    Page<SessionCard> find(SessionQuery query, Instant now, int limit, @Nullable PageToken after);
}
