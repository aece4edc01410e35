package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many writers at once, on a table that answers after 15 ms and lets transactions on one item run into each other. */
class ContentionTest {
    private static final int WRITERS = 64;
    private static final long MAX_MILLISECONDS = 10_000;
    private static DynamoServer server;

    @BeforeAll
    static void start() {
        server = new DynamoServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void writers_on_different_sessions_do_not_notice_each_other() {
        Contention.Outcome outcome = Contention.onSessionsOfTheirOwn(server, WRITERS);

        System.out.println(outcome);
        assertThat(outcome.kept()).isEqualTo(WRITERS);
        assertThat(outcome.tries()).containsOnly(1);
        assertThat(outcome.unavailable()).isZero();
        assertThat(outcome.milliseconds()).isLessThan(MAX_MILLISECONDS);
    }

    @Test
    void writers_on_one_session_all_succeed_soon() {
        Contention.Outcome outcome = Contention.onOneSession(server, WRITERS, true);

        System.out.println(outcome);
        assertThat(outcome.kept()).isEqualTo(WRITERS);
        assertThat(outcome.conflicts()).as("transactions that met another").isPositive();
        assertThat(outcome.unavailable()).isZero();
        assertThat(outcome.percentile(95)).isLessThanOrEqualTo(8);
        assertThat(outcome.milliseconds()).isLessThan(MAX_MILLISECONDS);
    }
}
