package ie.tradsessions.application.session;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Standing;
import java.util.Optional;

/** How every session stands with those who go there. A session of which nobody has said anything has none. */
public interface Standings {
    Optional<Versioned<Standing>> find(SessionId id);

    /**
     * Stores a standing whole, or nothing of it. Its session must be stored before it.
     *
     * @param expectedVersion the version that the caller changed, or {@link SaveOutcome#NEW}
     */
    SaveOutcome save(Standing standing, long expectedVersion);
}
