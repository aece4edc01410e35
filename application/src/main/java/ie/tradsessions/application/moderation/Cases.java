package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Subject;
import java.util.List;
import java.util.Optional;

/**
 * What moderators know of each subject; {@link ie.tradsessions.application.Changes} store it. Every read is up to date.
 */
public interface Cases {
    /** Empty where nobody has reported the subject, and no moderator decided about it. */
    Optional<Versioned<Case>> find(Subject subject);

    /** Those that are open, the one that waits longest first. */
    List<Versioned<Case>> open(int limit);
}
