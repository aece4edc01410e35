package ie.tradsessions.application.session;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;

/** Answers what is stored of one session, in one read. */
public interface SessionPages {
    /**
     * The session, also one that has ended; empty where there is none.
     *
     * @throws ie.tradsessions.application.UnreadableAggregate if this program cannot read what is stored
     */
    Optional<SessionPage> session(SessionId id, ReadConsistency consistency);

    /** @param version the session's */
    record SessionPage(long version, Session session, Feedback feedback) {}
}
