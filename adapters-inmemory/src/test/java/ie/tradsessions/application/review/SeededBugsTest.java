package ie.tradsessions.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.linearizability.DisturbedStorage;
import ie.tradsessions.application.linearizability.Interleaving;
import ie.tradsessions.application.linearizability.Verdict;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A checker that never finds anything proves nothing. */
class SeededBugsTest {
    private static final int HISTORIES = 20;
    private static final int AT_MOST = 10;
    private static final int MEMBERS = 7;

    @ParameterizedTest
    @EnumSource
    void a_store_that_does_wrong_is_found_out_soon(SeededBug bug) {
        int caught = 0;
        int longest = 0;
        int since = 0;
        for (int seed = 1; seed <= HISTORIES; seed++) {
            since++;
            if (isFoundOut(bug, seed)) {
                caught++;
                longest = Math.max(longest, since);
                since = 0;
            }
        }
        System.out.printf(
                "| %s | found out by %d of %d histories, after %d at most |%n", bug, caught, HISTORIES, longest);
        assertThat(Math.max(longest, since)).isLessThanOrEqualTo(AT_MOST);
    }

    private static boolean isFoundOut(SeededBug bug, int seed) {
        IndexedStorage store = IndexedStorage.of(InMemoryStores.empty());
        Random random = new Random(seed);
        Interleaving interleaving = Interleaving.byChance(random);
        ReviewHistory history = new ReviewHistory(
                store,
                DisturbedStorage.of(
                        bug.in(store.storage(), interleaving, random),
                        DisturbedStorage.Fault.NONE,
                        interleaving,
                        random),
                interleaving,
                "session",
                MEMBERS,
                seed);
        return new ReviewHistories().judge(history) instanceof Verdict.Violation;
    }
}
