package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Change;
import ie.tradsessions.domain.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision does to its subject. */
sealed interface Effect {
    record Refused(Decide.Outcome why) implements Effect {}

    /**
     * @param changes to be stored together with the decision
     * @param author who is told of it and, if so decided, blocked; null where nobody is
     * @param logged whether the log has it already
     */
    record Changed(List<Change> changes, @Nullable MemberId author, boolean logged) implements Effect {
        public Changed {
            changes = List.copyOf(changes);
        }

        public Changed(List<Change> changes, @Nullable MemberId author) {
            this(changes, author, false);
        }
    }
}
