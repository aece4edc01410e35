package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.cost.Contention;
import org.junit.jupiter.api.Test;

class ContentionTest {
    private static final int WRITERS = 64;

    @Test
    void no_update_of_64_writers_on_one_session_is_lost() {
        try (LocalDynamo dynamo = new LocalDynamo()) {
            Contention.Outcome outcome = Contention.of(WRITERS, dynamo.client(), LocalDynamo.TABLE);

            assertThat(outcome.kept()).isEqualTo(WRITERS);
            assertThat(outcome.version()).isEqualTo(1 + WRITERS);
            // Each save makes all who still wait load again.
            assertThat(outcome.loads()).isEqualTo(WRITERS * (WRITERS + 1) / 2);
            assertThat(outcome.stale()).isEqualTo(outcome.loads() - WRITERS);
        }
    }
}
