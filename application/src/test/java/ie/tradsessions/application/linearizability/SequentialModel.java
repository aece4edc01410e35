package ie.tradsessions.application.linearizability;

/**
 * What a thing does that carries out one call after another: the words by which a history of concurrent calls is judged.
 *
 * @param <S> its state, compared by {@code equals}
 * @param <C> what it is asked
 * @param <A> what it answers, compared by {@code equals}
 */
public interface SequentialModel<S, C, A> {
    S initial();

    Step<S, A> carryOut(S before, C call);

    /** Whether the call changes nothing, whatever the state. */
    boolean isRead(C call);

    record Step<S, A>(S after, A answer) {}
}
