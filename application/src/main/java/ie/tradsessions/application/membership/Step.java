package ie.tradsessions.application.membership;

import ie.tradsessions.application.Change;
import ie.tradsessions.domain.member.Contributions;
import java.util.List;

/** What a use case decides about a member's request, from what is stored now. */
public sealed interface Step<O> {
    /** Nothing is to be stored. */
    record Answer<O>(O outcome) implements Step<O> {}

    /**
     * Changes are to be stored, together with the member's activity.
     *
     * @param outcome the answer once they are
     * @param result the outcome as a text of the use case, for the same request sent again
     * @param contributions those of the member from then on
     * @param question whether it is a question to others, of which there are few a day
     */
    record Save<O>(O outcome, String result, List<Change> changes, Contributions contributions, boolean question)
            implements Step<O> {
        public Save {
            changes = List.copyOf(changes);
        }

        public Save(O outcome, String result, List<Change> changes, Contributions contributions) {
            this(outcome, result, changes, contributions, false);
        }
    }
}
