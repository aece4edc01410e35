package ie.tradsessions.application;

import java.util.Optional;

/**
 * Keeps aggregates of one kind whole. Each save and each deletion is one transaction with an entry in the
 * {@link ie.tradsessions.application.search.Journal}: either both are stored or neither is. A store does not check what
 * an aggregate refers to; the use cases do.
 *
 * @param <I> the identifier
 * @param <A> the aggregate, which is immutable
 */
public interface AggregateStore<I, A> {
    /**
     * What is stored now; empty where nothing ever was or where it was deleted.
     *
     * @throws UnreadableAggregate if this program cannot read what is stored
     */
    Optional<Versioned<A>> find(I id);

    /**
     * Stores an aggregate whole, or nothing of it. What is unreadable can be replaced by its version.
     *
     * @param expectedVersion the version that the caller changed, or {@link SaveOutcome#NEW}
     */
    SaveOutcome save(A aggregate, long expectedVersion);

    /**
     * Deletes an aggregate. Its version stays behind, one higher, so that a late reader does not bring it back.
     *
     * @param expectedVersion the version that the caller saw
     */
    SaveOutcome delete(I id, long expectedVersion);
}
