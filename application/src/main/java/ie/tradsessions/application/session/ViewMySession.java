package ie.tradsessions.application.session;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.session.HandOver;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows a session to a member as it is stored now, with what the member may do with it. One that was taken down is shown
 * to its organiser and to moderators alone.
 */
public final class ViewMySession {
    private final SessionLookup sessions;
    private final MemberNames names;
    private final InstantSource clock;

    public ViewMySession(SearchIndex index, SessionPages pages, MemberNames names, InstantSource clock) {
        sessions = new SessionLookup(index, pages);
        this.names = names;
        this.clock = clock;
    }

    public record Query(Identity who, SessionId session) {}

    /**
     * @param session as everybody sees it, or would if it were listed; the version is in its page
     * @param offeredUntil when the open offer ends, or null where none is open or the member may not withdraw it
     */
    public record View(
            ViewSession.View session,
            Rights rights,
            @Nullable Instant offeredUntil) {}

    public Optional<View> view(Query query) {
        Instant now = clock.instant();
        return sessions.findLatest(query.session()).flatMap(found -> {
            Session session = found.page().session();
            Rights rights = Rights.of(query.who(), session, now);
            HandOver offer = session.handOver();
            boolean told = offer != null && offer.isOpen(now) && rights.change();
            return rights.see()
                    ? Optional.of(new View(
                            ViewSession.View.of(found, names, now),
                            rights,
                            told && offer != null ? offer.until() : null))
                    : Optional.empty();
        });
    }
}
