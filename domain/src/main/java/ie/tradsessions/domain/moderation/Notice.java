package ie.tradsessions.domain.moderation;

import ie.tradsessions.domain.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * What the author of something is told of a decision about it. It is kept with the member, one for each subject.
 *
 * @param objection what the author said against it, or null
 */
public record Notice(
        MemberId author,
        Subject subject,
        Decided decided,
        @Nullable Objection objection) {
    /** Whether the author may object: once, and not where it was kept. */
    public boolean mayObject() {
        return objection == null && decided.decision().kind() != Decision.Kind.KEEP;
    }

    public Notice with(Objection other) {
        return new Notice(author, subject, decided, other);
    }
}
