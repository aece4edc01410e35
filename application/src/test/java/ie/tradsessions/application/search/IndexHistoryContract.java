package ie.tradsessions.application.search;

import ie.tradsessions.application.SharedStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever happened to a store, and in whatever order: an index from snapshot and journal is the index of the
 * aggregates.
 */
public abstract class IndexHistoryContract {
    /** A store in which there is nothing yet. */
    protected abstract SharedStore emptyStore();

    /** How many histories a short run tells. */
    protected abstract int someHistories();

    /** How many a long run tells. */
    protected abstract int manyHistories();

    @Test
    void after_any_history_every_index_is_that_of_the_aggregates() {
        tell(1, someHistories());
    }

    @Test
    @Tag("long")
    void after_any_of_very_many_histories_every_index_is_that_of_the_aggregates() {
        tell(1_000_000, manyHistories());
    }

    private void tell(long firstSeed, int histories) {
        for (long seed = firstSeed; seed < firstSeed + histories; seed++) {
            IndexHistory history = new IndexHistory(emptyStore(), seed);
            try {
                history.run();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "history %d%n%s".formatted(seed, String.join(System.lineSeparator(), history.told())), e);
            }
        }
    }
}
