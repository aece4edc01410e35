package ie.tradsessions.application.linearizability;

import org.jspecify.annotations.Nullable;

/**
 * A call as its client saw it.
 *
 * @param answer null if it was lost: then the call may have taken effect at any time since it was made, or never
 * @param called when it was made, by a clock that all clients share and that never shows a time twice
 * @param answered when the answer came; {@link #NEVER} if it was lost
 */
public record Operation<C, A>(
        String client, C call, @Nullable A answer, long called, long answered) {
    public static final long NEVER = Long.MAX_VALUE;

    public Operation {
        if (called >= answered) {
            throw new IllegalArgumentException("answered before it was called: " + call);
        }
        if ((answer == null) != (answered == NEVER)) {
            throw new IllegalArgumentException("an answer and the time at which it came belong together: " + call);
        }
    }

    public boolean lost() {
        return answered == NEVER;
    }

    @Override
    public String toString() {
        return lost()
                ? "%d to … %s: %s, answer lost".formatted(called, client, call)
                : "%d to %d %s: %s, answered %s".formatted(called, answered, client, call, answer);
    }
}
