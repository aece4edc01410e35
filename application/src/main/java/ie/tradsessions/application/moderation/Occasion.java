package ie.tradsessions.application.moderation;

import ie.tradsessions.application.search.Index;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.Objection;
import ie.tradsessions.domain.moderation.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision that is being made.
 *
 * @param before the case as it is before that, or null where there is none
 */
record Occasion(
        MemberId moderator,
        Subject subject,
        Decided decided,
        @Nullable Case before) {
    Decision decision() {
        return decided.decision();
    }

    /** What was decided last about the same subject. */
    Optional<Decided> last() {
        return Optional.ofNullable(before).flatMap(Case::lastDecision);
    }

    /** Whether the subject is hidden because of an earlier decision. */
    boolean takesBackHiding() {
        return last().map(Decided::decision)
                .filter(last -> last instanceof Decision.Hide || last instanceof Decision.Block)
                .isPresent();
    }

    @Nullable
    Objection objection() {
        return before == null ? null : before.objection();
    }

    /** As the log keeps it. */
    LogEntry logged(long position, Index index) {
        String name = Told.nameOf(subject, index).orElse(null);
        return new LogEntry(position, moderator, subject, decided, name, null);
    }
}
