package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.table.RetryPolicy;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.linearizability.Interleaving;
import ie.tradsessions.application.linearizability.Verdict;
import ie.tradsessions.application.review.ReviewHistories;
import ie.tradsessions.application.review.ReviewHistory;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever members do at once, and whichever calls fail meanwhile, some of them so often that nobody gets an answer:
 * everybody sees the summary of the reviews that they see.
 */
class ReviewHistoryFaultsTest {
    private static final int SOME_HISTORIES = 1;
    private static final int MANY_HISTORIES = 200;

    /** Half of the histories have so few members that a page shows all of their reviews. */
    private static final int[] MEMBERS = {7, 14};

    /** Few attempts, so that some calls end without an answer. */
    private static final RetryPolicy QUICK = new RetryPolicy(
            3, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMillis(100), Duration.ofSeconds(10));

    private static final Duration LONGER_THAN_AN_ATTEMPT = Duration.ofMillis(120);
    private static final int AT_ONCE = 3;

    /** One attempt of so many is hit, which nobody notices. */
    private static final int EVERY = 25;

    /** Seldom, so many in a row are hit that some call ends without an answer. */
    private static final int SELDOM = 700;

    private static final int IN_A_ROW = 8;
    private static final InstantSource CLOCK = InstantSource.fixed(GeneratedSessions.NOW);
    private static DynamoServer server;

    @BeforeAll
    static void start() {
        server = new DynamoServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Nothing here is read in batches, so nothing can be left unprocessed. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNPROCESSED")
    void every_page_is_one_that_everybody_could_have_seen(Fault fault) {
        judge(fault, SOME_HISTORIES);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNPROCESSED")
    void every_page_of_many_histories_is_one_that_everybody_could_have_seen(Fault fault) {
        assertThat(judge(fault, MANY_HISTORIES).decidedOnHeld())
                .as("without bursts nothing is held")
                .isPositive();
    }

    private static ReviewHistories judge(Fault fault, int histories) {
        Faults faults = new Faults();
        Table disturbed = server.newTable(QUICK, faults);
        IndexedStorage undisturbed = IndexedStorage.of((clock, saved) ->
                DynamoStorage.on(server.table(disturbed.name(), RetryPolicy.DEFAULT, new Faults()), clock, saved));
        Storage ports = DynamoStorage.on(disturbed, CLOCK);
        ReviewHistories judged = new ReviewHistories();
        int hits = 0;
        for (int seed = 1; seed <= histories; seed++) {
            boolean inARow = seed % 2 == 0;
            faults.planOften(fault, inARow ? IN_A_ROW : 1, inARow ? SELDOM : EVERY, LONGER_THAN_AN_ATTEMPT);
            ReviewHistory history = new ReviewHistory(
                    undisturbed,
                    ports,
                    Interleaving.free(AT_ONCE),
                    fault + " " + seed,
                    MEMBERS[seed / 2 % MEMBERS.length],
                    seed);
            assertThat(judged.judge(history))
                    .as("history %d with %s", seed, fault)
                    .isInstanceOf(Verdict.Linearizable.class);
            hits += faults.hits();
        }
        assertThat(hits).as("a fault that never happens proves nothing").isPositive();
        System.out.printf("| DynamoDB | %s, %d hits | %s |%n", fault, hits, judged);
        return judged;
    }
}
