package ie.tradsessions.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.linearizability.DisturbedStorage;
import ie.tradsessions.application.linearizability.Interleaving;
import ie.tradsessions.application.linearizability.Verdict;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever members do at once, and whatever fails meanwhile: everybody sees the summary of the reviews that they see. */
class ReviewHistoryTest {
    private static final int FEW_HISTORIES = 10;
    private static final int MANY_HISTORIES = 200;

    /** So few members that a page shows all of their reviews, and more than that. */
    private static final int[] MEMBERS = {7, 14};

    @ParameterizedTest
    @EnumSource
    void every_page_is_one_that_everybody_could_have_seen(DisturbedStorage.Fault fault) {
        judge(fault, FEW_HISTORIES);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void every_page_of_very_many_histories_is_one_that_everybody_could_have_seen(DisturbedStorage.Fault fault) {
        judge(fault, MANY_HISTORIES);
    }

    private static void judge(DisturbedStorage.Fault fault, int histories) {
        for (int members : MEMBERS) {
            ReviewHistories judged = new ReviewHistories();
            for (int seed = 1; seed <= histories; seed++) {
                assertThat(judged.judge(history(fault, members, seed)))
                        .as("history %d of %d members with %s", seed, members, fault)
                        .isInstanceOf(Verdict.Linearizable.class);
            }
            assertThat(judged.decidedOnHeld())
                    .as("without bursts nothing is held")
                    .isPositive();
            System.out.printf("| in memory | %s | %d members | %s |%n", fault, members, judged);
        }
    }

    private static ReviewHistory history(DisturbedStorage.Fault fault, int members, int seed) {
        IndexedStorage store = IndexedStorage.of(InMemoryStores.empty());
        Random random = new Random(seed);
        Interleaving interleaving = Interleaving.byChance(random);
        return new ReviewHistory(
                store,
                DisturbedStorage.of(store.storage(), fault, interleaving, random),
                interleaving,
                "session",
                members,
                seed);
    }
}
