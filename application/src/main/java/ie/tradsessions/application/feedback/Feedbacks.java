package ie.tradsessions.application.feedback;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;

/** How every session stands with those who go there. A session of which nobody has said anything has none. */
public interface Feedbacks {
    Optional<Versioned<Feedback>> find(SessionId id);

    /**
     * Stores a feedback whole, or nothing of it. Its session must be stored before it.
     *
     * @param expectedVersion the version that the caller changed, or {@link SaveOutcome#NEW}
     */
    SaveOutcome save(Feedback feedback, long expectedVersion);
}
