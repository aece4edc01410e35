package ie.tradsessions.application.linearizability;

import java.util.List;
import java.util.stream.Collectors;

/** What a checker says of a history. */
public sealed interface Verdict<C, A> {
    /** How many configurations were looked at: which calls have taken effect, and the state after them. */
    int configurations();

    /** @param order one in which the calls may have taken effect; lost ones that need not have are left out */
    record Linearizable<C, A>(List<Operation<C, A>> order, int configurations) implements Verdict<C, A> {}

    /**
     * No order explains all answers.
     *
     * @param explained the longest order that was found
     * @param next the calls one of which would have had to come next, and none can have
     * @param state what the model is in after that order
     */
    record Violation<C, A>(
            List<Operation<C, A>> explained, List<Operation<C, A>> next, Object state, int configurations)
            implements Verdict<C, A> {
        private static final int SHOWN = 12;

        @Override
        public String toString() {
            return "%s%nThen none of these can have come next:%n%s%nafter%n  %s"
                    .formatted(
                            lines(explained.subList(Math.max(0, explained.size() - SHOWN), explained.size())),
                            lines(next),
                            state);
        }

        private static <C, A> String lines(List<Operation<C, A>> operations) {
            return operations.stream()
                    .map(operation -> "  " + operation)
                    .collect(Collectors.joining(System.lineSeparator()));
        }
    }

    /** The search took too long. */
    record Undecided<C, A>(int configurations) implements Verdict<C, A> {}
}
