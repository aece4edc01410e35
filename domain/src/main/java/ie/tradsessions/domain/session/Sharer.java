package ie.tradsessions.domain.session;

import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Text;

/** Who shared a session with the others. */
public sealed interface Sharer {
    /** A member, whose name stands in the profile alone. */
    record Member(MemberId id) implements Sharer {}

    /**
     * Somebody whom a data set names.
     *
     * @param name 1 to {@value Shared#MAX_NAME_LENGTH} characters
     */
    record Named(String name) implements Sharer {
        public Named {
            name = Text.line("shared.by", name, Shared.MAX_NAME_LENGTH);
        }
    }

    /** Somebody who was a member, and of whom nothing is kept. */
    record FormerMember() implements Sharer {}
}
