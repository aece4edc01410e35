package ie.tradsessions.adapters.dynamodb.twins;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.DynamoPorts;
import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ManyDerivationsTest {
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final int MANY = 4;
    private static final int ROUNDS = 5;

    @Test
    void all_who_derive_one_session_at_once_come_to_an_end() throws Exception {
        try (LocalDynamo dynamo = new LocalDynamo();
                ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
            Table table = dynamo.table("crowded");
            Supplier<String> tokens = LocalDynamo.tokens();
            Derivation derivation = new Derivation(table, () -> NOW, tokens);
            Ports ports = DynamoPorts.on(table);
            Venue venue = VenueBuilder.named("The Crane").build();
            ports.venues().save(venue, SaveOutcome.NEW);
            for (int round = 0; round < ROUNDS; round++) {
                Session session =
                        SessionBuilder.at(venue).named("Round " + round).build();
                assertThat(ports.sessions().save(session, round)).isInstanceOf(SaveOutcome.Saved.class);
                Callable<Set<String>> derive = () -> derivation.refresh("S#" + session.id());
                List<Callable<Set<String>>> all = new ArrayList<>();
                for (int i = 0; i < MANY; i++) {
                    all.add(derive);
                }
                for (Future<Set<String>> one : threads.invokeAll(all)) {
                    one.get();
                }
            }
            derivation.refreshAll(List.of("V#" + venue.id()));

            assertThat(Afresh.differences(dynamo, table, NOW)).isEmpty();
        }
    }
}
