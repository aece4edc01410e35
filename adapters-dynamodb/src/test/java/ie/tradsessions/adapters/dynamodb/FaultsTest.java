package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ie.tradsessions.adapters.dynamodb.table.Calls;
import ie.tradsessions.adapters.dynamodb.table.Calls.Patience;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Deadline;
import ie.tradsessions.application.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * Whatever fails at whichever call: no acknowledged write is lost, none is carried out twice, what is derived is right in
 * the end, and whoever asks gets an answer or is told that there is none now.
 */
class FaultsTest {
    private static final Patience QUICK =
            new Patience(5, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofSeconds(2), Duration.ofSeconds(10));

    /** So that a delay need not be long to be longer than an attempt may take. */
    private static final Patience IMPATIENT =
            new Patience(5, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMillis(400), Duration.ofSeconds(10));

    private static final Duration LONGER_THAN_AN_ATTEMPT = Duration.ofMillis(500);

    /** Tables make DynamoDB Local slower, so after some it begins anew. */
    private static final int TABLES_OF_A_SERVER = 60;

    /** In the short run, every so many calls are hit; each fault begins at another. */
    private static final int STRIDE = 79;

    private static final Faults FAULTS = new Faults();
    private static DynamoServer server;
    private static int tables;
    private static Undisturbed undisturbed;

    @BeforeAll
    static void start() {
        server = new DynamoServer(FAULTS);
        undisturbed = Undisturbed.told();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void noFault() {
        FAULTS.none();
    }

    private static Table newTable(Patience patience) {
        if (++tables % TABLES_OF_A_SERVER == 0) {
            server.close();
            server = new DynamoServer(FAULTS);
        }
        return new Table(server.client(), server.newTable(), Meter.NONE, new Calls(InstantSource.system(), patience));
    }

    /**
     * How the story goes when nothing fails.
     *
     * @param calls how many of its calls each fault could hit
     */
    private record Undisturbed(
            List<Object> answers, Map<Key, Map<String, AttributeValue>> content, Map<Fault, Integer> calls) {
        static Undisturbed told() {
            Table table = newTable(QUICK);
            Story story = new Story(table, server);
            FAULTS.none();
            story.tell();
            Map<Fault, Integer> calls = new EnumMap<>(Fault.class);
            for (Fault fault : Fault.values()) {
                calls.put(fault, FAULTS.calls(fault));
            }
            assertThat(story.unavailable()).isZero();
            return new Undisturbed(story.answers(), TableContent.of(table), calls);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_fault_is_not_noticed(Fault fault) {
        toldWith(fault, 1, STRIDE);
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_that_lasts_longer_than_all_attempts_is_told_and_does_no_harm(Fault fault) {
        toldWith(fault, 2 * QUICK.attempts(), 2 * STRIDE);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void one_fault_at_any_call_is_not_noticed(Fault fault) {
        toldWith(fault, 1, 1);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void a_lasting_fault_from_any_call_on_does_no_harm(Fault fault) {
        toldWith(fault, 2 * QUICK.attempts(), 1);
    }

    private static void toldWith(Fault fault, int count, int stride) {
        int calls = undisturbed.calls().get(fault);
        int runs = 0;
        int hits = 0;
        for (int call = Math.min(stride, calls) / 2; call < calls; call += stride) {
            Table table = newTable(fault == Fault.DELAY ? IMPATIENT : QUICK);
            FAULTS.none();
            Story story = new Story(table, server);
            FAULTS.plan(fault, call, count, LONGER_THAN_AN_ATTEMPT);
            story.tell();
            hits += FAULTS.hits();
            FAULTS.none();
            runs++;
            String where = fault + " at call " + call;
            assertThat(TableContent.differences(undisturbed.content(), TableContent.of(table)))
                    .as(where)
                    .isEmpty();
            assertThat(story.answers()).as(where).isEqualTo(undisturbed.answers());
            if (count == 1) {
                assertThat(story.unavailable()).as(where).isZero();
            }
        }
        assertThat(hits).as("a fault that never happens proves nothing").isPositive();
        System.out.printf("| %s | %d in a row | %d | %d | %d |%n", fault, count, calls, runs, hits);
    }

    @Test
    void when_everything_fails_the_table_is_asked_at_most_a_fifth_more_often() {
        Table table = newTable(QUICK);
        int asked = 1_000;
        FAULTS.plan(Fault.THROTTLE, 0, Integer.MAX_VALUE, Duration.ZERO);
        for (int i = 0; i < asked; i++) {
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> table.get(new Key("V#nowhere", "a"), Reading.EVENTUAL))
                    .satisfies(failure -> assertThat(failure.retryAfter()).isPositive());
        }
        assertThat(FAULTS.calls(Fault.THROTTLE)).isBetween(asked + 1, asked * 12 / 10);
    }

    @Test
    void nobody_is_made_to_wait_beyond_the_deadline() {
        Table table = newTable(Patience.DEFAULT);
        FAULTS.plan(Fault.DELAY, 0, Integer.MAX_VALUE, Duration.ofSeconds(3));
        Instant deadline = Instant.now().plusMillis(200);
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() ->
                        Deadline.observing(deadline, () -> table.get(new Key("V#nowhere", "a"), Reading.EVENTUAL)));
        // The first attempt takes all the time there is.
        assertThat(FAULTS.calls(Fault.THROTTLE)).isEqualTo(1);
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() ->
                        Deadline.observing(deadline, () -> table.get(new Key("V#nowhere", "a"), Reading.EVENTUAL)));
        assertThat(FAULTS.calls(Fault.THROTTLE)).as("too late to ask at all").isEqualTo(1);
    }

    @Test
    void a_delay_of_three_seconds_costs_an_attempt() {
        Table table = newTable(Patience.DEFAULT);
        FAULTS.plan(Fault.DELAY, 0, 1, Duration.ofSeconds(3));
        assertThat(table.get(new Key("V#nowhere", "a"), Reading.EVENTUAL)).isEmpty();
        assertThat(FAULTS.calls(Fault.THROTTLE)).isEqualTo(2);
    }

    @Test
    void what_calling_again_cannot_mend_is_thrown_as_it_came() {
        Table table = new Table(server.client(), "no-such-table", Meter.NONE);
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> table.get(new Key("V#nowhere", "a"), Reading.EVENTUAL));
        assertThat(FAULTS.calls(Fault.THROTTLE)).isEqualTo(1);
    }
}
