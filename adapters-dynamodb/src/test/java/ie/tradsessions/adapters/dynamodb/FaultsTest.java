package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.RetryPolicy;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Deadline;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.Snapshots;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * Whatever fails at whichever call: no acknowledged write is lost, none is carried out twice, and whoever asks gets an
 * answer or is told that there is none now.
 */
class FaultsTest {
    private static final RetryPolicy QUICK = new RetryPolicy(
            5, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofSeconds(2), Duration.ofSeconds(10));

    /** So that a delay need not be long to be longer than an attempt may take. */
    private static final RetryPolicy IMPATIENT = new RetryPolicy(
            5, Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMillis(200), Duration.ofSeconds(10));

    private static final Duration LONGER_THAN_AN_ATTEMPT = Duration.ofMillis(250);
    private static final Key NOWHERE = new Key("V#nowhere", "a");

    /** Tables make DynamoDB Local slower, so after some it begins anew. */
    private static final int TABLES_OF_A_SERVER = 100;

    /** In the short run, so many of the attempts are hit. */
    private static final int SHORT_RUNS = 1;

    private static final Faults FAULTS = new Faults();
    private static DynamoServer server;
    private static int tables;
    private static final Map<Kind, Undisturbed> UNDISTURBED = new EnumMap<>(Kind.class);

    @BeforeAll
    static void start() {
        server = new DynamoServer();
        for (Kind kind : Kind.values()) {
            UNDISTURBED.put(kind, Undisturbed.told(kind));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void noFault() {
        FAULTS.none();
    }

    private static Table newTable(RetryPolicy policy) {
        if (++tables % TABLES_OF_A_SERVER == 0) {
            server.close();
            server = new DynamoServer();
        }
        return server.newTable(policy, FAULTS);
    }

    /** Which tale is told. */
    enum Kind {
        AGGREGATES(Story::new),
        MEMBERS(MemberStory::new),
        OPINIONS(OpinionStory::new);

        private final Function<Table, Tale> tale;

        Kind(Function<Table, Tale> tale) {
            this.tale = tale;
        }
    }

    static List<Arguments> kindsAndFaults() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Fault.values()).map(fault -> Arguments.of(kind, fault)))
                .toList();
    }

    /**
     * How a tale goes when nothing fails.
     *
     * @param attempts how many of its attempts each fault could hit
     */
    private record Undisturbed(
            List<Object> answers, Map<Key, Map<String, AttributeValue>> content, Map<Fault, Integer> attempts) {
        static Undisturbed told(Kind kind) {
            Table table = newTable(QUICK);
            Tale story = kind.tale.apply(table);
            FAULTS.none();
            story.tell();
            Map<Fault, Integer> attempts = new EnumMap<>(Fault.class);
            for (Fault fault : Fault.values()) {
                attempts.put(fault, FAULTS.attempts(fault));
            }
            assertThat(story.unavailable()).isZero();
            return new Undisturbed(story.answers(), TableContent.of(table), attempts);
        }
    }

    @ParameterizedTest
    @MethodSource("kindsAndFaults")
    void one_fault_is_not_noticed(Kind kind, Fault fault) {
        toldWith(kind, fault, 1, SHORT_RUNS);
    }

    @ParameterizedTest
    @MethodSource("kindsAndFaults")
    void a_fault_that_lasts_longer_than_all_attempts_is_told_and_does_no_harm(Kind kind, Fault fault) {
        toldWith(kind, fault, 2 * QUICK.maxAttempts(), SHORT_RUNS);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("kindsAndFaults")
    void one_fault_at_any_attempt_is_not_noticed(Kind kind, Fault fault) {
        toldWith(kind, fault, 1, Integer.MAX_VALUE);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("kindsAndFaults")
    void a_lasting_fault_from_any_attempt_on_does_no_harm(Kind kind, Fault fault) {
        toldWith(kind, fault, 2 * QUICK.maxAttempts(), Integer.MAX_VALUE);
    }

    /** @param mostRuns how many attempts are hit, each in a run of its own; all of them if there are no more */
    private static void toldWith(Kind kind, Fault fault, int count, int mostRuns) {
        Undisturbed undisturbed = UNDISTURBED.get(kind);
        int attempts = undisturbed.attempts().get(fault);
        int stride = Math.max(1, attempts / mostRuns);
        int runs = 0;
        int hits = 0;
        for (int first = stride / 2; first < attempts; first += stride) {
            Table table = newTable(fault == Fault.DELAY ? IMPATIENT : QUICK);
            Tale story = kind.tale.apply(table);
            FAULTS.plan(fault, first, count, LONGER_THAN_AN_ATTEMPT);
            story.tell();
            hits += FAULTS.hits();
            FAULTS.none();
            runs++;
            String where = kind + ", " + fault + " at attempt " + first;
            assertThat(TableContent.differences(undisturbed.content(), TableContent.of(table)))
                    .as(where)
                    .isEmpty();
            assertThat(story.answers()).as(where).isEqualTo(undisturbed.answers());
            if (count == 1) {
                assertThat(story.unavailable()).as(where).isZero();
            }
        }
        assertThat(hits > 0 || attempts == 0)
                .as("a fault that never happens proves nothing")
                .isTrue();
        System.out.printf("| %s | %s | %d in a row | %d | %d | %d |%n", kind, fault, count, attempts, runs, hits);
    }

    @Test
    void a_save_whose_answer_is_lost_succeeds_although_others_have_saved_since() {
        Venue venue = VenueBuilder.named("The Crane").in("Ennis").build();
        Table table = newTable(QUICK);
        Storage others = DynamoStorage.on(server.table(table.name(), QUICK, new Faults()), InstantSource.system());
        FAULTS.plan(Fault.TIMEOUT_AFTER_COMMIT, 0, 1, Duration.ZERO);
        FAULTS.afterHit(() -> assertThat(others.venues().save(venue, 1)).isEqualTo(new SaveOutcome.Saved(2)));

        SaveOutcome outcome =
                DynamoStorage.on(table, InstantSource.system()).venues().save(venue, SaveOutcome.NEW);

        assertThat(outcome).isEqualTo(new SaveOutcome.Saved(1));
        assertThat(others.venues().find(venue.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_change_whose_answer_is_lost_is_made_although_others_have_changed_more_since() {
        Venue venue = VenueBuilder.named("The Crane").in("Ennis").build();
        Table table = newTable(QUICK);
        Storage others = DynamoStorage.on(server.table(table.name(), QUICK, new Faults()), InstantSource.system());
        List<Change> change = List.of(
                new Change.Save(new StoredAggregate.OfVenue(venue, 1)),
                new Change.SaveActivity(Activity.none(People.NIAMH.member()), 1));
        for (Fault fault : List.of(Fault.TIMEOUT_AFTER_COMMIT, Fault.RESET_AFTER_COMMIT)) {
            Storage disturbed = DynamoStorage.on(table, InstantSource.system());
            long version =
                    others.venues().find(venue.id()).map(Versioned::version).orElse(0L);
            List<Change> next = List.of(
                    new Change.Save(new StoredAggregate.OfVenue(venue, version + 1)),
                    new Change.SaveActivity(Activity.none(People.NIAMH.member()), version / 2 + 1));
            FAULTS.plan(fault, 0, 1, Duration.ZERO);
            FAULTS.afterHit(() ->
                    assertThat(others.venues().save(venue, version + 1)).isEqualTo(new SaveOutcome.Saved(version + 2)));

            assertThat(disturbed.changes().save(next)).isEqualTo(new ChangeOutcome.Saved());

            FAULTS.none();
            assertThat(disturbed.changes().save(change)).isEqualTo(new ChangeOutcome.Stale());
        }
        assertThat(others.venues().find(venue.id()).orElseThrow().version()).isEqualTo(4);
    }

    @Test
    void a_snapshot_whose_answer_is_lost_is_the_current_one() {
        Instant now = Instant.parse("2026-11-24T12:00:00.123456789Z");
        Snapshots snapshots =
                DynamoStorage.on(newTable(QUICK), InstantSource.system()).snapshots();
        FAULTS.plan(Fault.RESET_AFTER_COMMIT, 0, 2, Duration.ZERO);

        assertThat(snapshots.publish(1, new Snapshots.Head(now, now, "one", 1), List.of(new byte[] {1})))
                .isTrue();
        assertThat(FAULTS.hits()).isEqualTo(2);
    }

    @Test
    void when_everything_fails_the_table_is_asked_at_most_a_fifth_more_often() {
        Table table = newTable(QUICK);
        int asked = 1_000;
        FAULTS.plan(Fault.THROTTLE, 0, Integer.MAX_VALUE, Duration.ZERO);
        for (int i = 0; i < asked; i++) {
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> table.get(NOWHERE, ReadConsistency.EVENTUAL))
                    .satisfies(failure -> assertThat(failure.retryAfter()).isPositive());
        }
        assertThat(FAULTS.attempts(Fault.THROTTLE)).isBetween(asked + 1, asked * 12 / 10);
    }

    @Test
    void nobody_is_made_to_wait_beyond_the_deadline() {
        Table table = newTable(RetryPolicy.DEFAULT);
        FAULTS.plan(Fault.DELAY, 0, Integer.MAX_VALUE, Duration.ofSeconds(3));
        Instant deadline = Instant.now().plusMillis(200);
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> Deadline.observing(deadline, () -> table.get(NOWHERE, ReadConsistency.EVENTUAL)));
        assertThat(Instant.now()).isBefore(deadline.plusMillis(500));
        // The first attempt takes all the time there is.
        assertThat(FAULTS.attempts(Fault.THROTTLE)).isEqualTo(1);
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> Deadline.observing(deadline, () -> table.get(NOWHERE, ReadConsistency.EVENTUAL)));
        assertThat(FAULTS.attempts(Fault.THROTTLE)).as("too late to ask at all").isEqualTo(1);
    }

    @Test
    void no_pause_between_attempts_outlasts_the_deadline() {
        RetryPolicy slow = new RetryPolicy(
                5, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(10));
        for (Fault fault : List.of(Fault.THROTTLE, Fault.CONFLICT)) {
            Storage storage = DynamoStorage.on(newTable(slow), InstantSource.system());
            FAULTS.plan(fault, 0, Integer.MAX_VALUE, Duration.ZERO);
            Instant deadline = Instant.now().plusMillis(300);
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> Deadline.observing(
                            deadline,
                            () -> storage.venues()
                                    .save(VenueBuilder.named("The Crane").build(), SaveOutcome.NEW)));
            assertThat(Instant.now()).as(fault.name()).isBefore(deadline.plusMillis(500));
        }
    }

    @Test
    void a_delay_of_three_seconds_costs_an_attempt() {
        Table table = newTable(RetryPolicy.DEFAULT);
        FAULTS.plan(Fault.DELAY, 0, 1, Duration.ofSeconds(3));
        assertThat(table.get(NOWHERE, ReadConsistency.EVENTUAL)).isEmpty();
        assertThat(FAULTS.attempts(Fault.THROTTLE)).isEqualTo(2);
    }

    @Test
    void what_calling_again_cannot_mend_is_thrown_as_it_came() {
        Table table = server.table("no-such-table", QUICK, FAULTS);
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> table.get(NOWHERE, ReadConsistency.EVENTUAL));
        assertThat(FAULTS.attempts(Fault.THROTTLE)).isEqualTo(1);
    }
}
