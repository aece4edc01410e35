package ie.tradsessions.application.session;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;

/** All sessions, those that have ended too. */
public interface Sessions {
    Optional<Versioned<Session>> find(SessionId id);

    /**
     * Stores a session whole, or nothing of it. Its venue must be stored before it.
     *
     * @param expectedVersion the version that the caller changed, or {@link SaveOutcome#NEW}
     */
    SaveOutcome save(Session session, long expectedVersion);
}
