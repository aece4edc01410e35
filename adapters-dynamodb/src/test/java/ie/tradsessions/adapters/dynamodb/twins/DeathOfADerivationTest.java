package ie.tradsessions.adapters.dynamodb.twins;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.DynamoPorts;
import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A function may die at any moment, with a change half derived. Whoever derives next, of this change or of a later one,
 * leaves the table as if nobody had died.
 */
class DeathOfADerivationTest {
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final int TABLES_OF_AN_INSTANCE = 60;

    /** In the short run it dies at every so many calls only; each change begins at another. */
    private static final int STRIDE = 13;

    private static final int FIRST_CALLS = 5;

    private static final Venue CRANE =
            VenueBuilder.named("The Crane").in("Galway").build();
    private static final Venue HERON =
            VenueBuilder.named("The Heron").in("Doolin").build();
    private static final Session SESSION =
            SessionBuilder.at(CRANE).as("it").named("The Late Session").build();
    private static final Session MOVED =
            SESSION.withNight(THURSDAY, new OccurrenceStatus.Moved(HERON.id(), null, "wedding"));

    private LocalDynamo dynamo;
    private int tables;

    @AfterEach
    void close() {
        dynamo.close();
    }

    /** What is stored and derived, and what changes then. */
    enum Change {
        A_VENUE_IS_REGISTERED(List.of(), CRANE),
        A_SESSION_IS_PUBLISHED(List.of(CRANE), SESSION),
        A_SESSION_IS_RENAMED(List.of(CRANE, SESSION), at(CRANE, "The Early Session")),
        A_SESSION_GOES_ELSEWHERE(List.of(CRANE, HERON, SESSION), at(HERON, "The Late Session")),
        A_SESSION_ENDS(
                List.of(CRANE, SESSION),
                SessionBuilder.at(CRANE)
                        .as("it")
                        .endedOn(THURSDAY.minusYears(1))
                        .build()),
        A_NIGHT_GOES_ELSEWHERE(List.of(CRANE, HERON, SESSION), MOVED),
        A_NIGHT_COMES_BACK(List.of(CRANE, HERON, MOVED), SESSION),
        A_SESSION_IS_RATED(
                List.of(CRANE, SESSION), Said.of(SESSION.id()).rated(5, 4).build()),
        A_VENUE_MOVES(
                List.of(CRANE, HERON, MOVED),
                VenueBuilder.named("The Swan").as(CRANE.id()).in("Boston").build());

        private final List<Object> before;
        private final Object change;

        Change(List<Object> before, Object change) {
            this.before = before;
            this.change = change;
        }

        private static Session at(Venue venue, String name) {
            return SessionBuilder.at(venue).as("it").named(name).build();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_comes_next_clears_up(Change change, TestReporter reporter) {
        dieAtEvery(STRIDE, change, reporter);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void whoever_comes_next_clears_up_after_every_call(Change change, TestReporter reporter) {
        dieAtEvery(1, change, reporter);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_comes_in_between_is_not_undone(Change change) {
        int calls = 1;
        for (int call = 0; call < calls; call++) {
            calls = interruptAt(call, change);
        }
        assertThat(calls).isGreaterThan(1);
    }

    /** Has it changed again and derived, by somebody else, just before a call, and answers how many calls there were. */
    private int interruptAt(int call, Change change) {
        LocalDynamo instance = instance();
        Table table = instance.table("table" + tables);
        Ports ports = DynamoPorts.on(table);
        Supplier<String> tokens = tokens(table);
        change.before.forEach(one -> save(ports, one));
        derive(table, tokens);
        save(ports, change.change);

        AtomicInteger calls = new AtomicInteger();
        DynamoDbClient interrupted = MortalClient.before(instance.client(), () -> {
            if (calls.getAndIncrement() == call) {
                save(ports, change.before.isEmpty() ? HERON : change.before.getLast());
                derive(table, tokens);
            }
        });
        derive(new Table(interrupted, table.name(), Meter.NONE), tokens);
        derive(table, tokens);

        assertThat(Afresh.differences(instance, table, NOW))
                .as("%s: somebody came in before call %d", change, call)
                .isEmpty();
        return calls.get();
    }

    private void dieAtEvery(int stride, Change change, TestReporter reporter) {
        int deaths = 0;
        boolean died = true;
        for (int call = change.name().length() % FIRST_CALLS % stride; died; call += stride) {
            died = false;
            for (boolean carriedOut : List.of(false, true)) {
                for (boolean changedAgain : List.of(false, true)) {
                    boolean here = dieAt(call, carriedOut, changedAgain, change);
                    died |= here;
                    deaths += here ? 1 : 0;
                }
            }
        }
        assertThat(deaths).isPositive();
        reporter.publishEntry(change.name(), deaths + " deaths");
    }

    /** Whether it died: it does not where it has made all its calls before. */
    private boolean dieAt(int call, boolean carriedOut, boolean changedAgain, Change change) {
        LocalDynamo instance = instance();
        Table table = instance.table("table" + tables);
        Ports ports = DynamoPorts.on(table);
        Supplier<String> tokens = tokens(table);
        change.before.forEach(one -> save(ports, one));
        derive(table, tokens);
        save(ports, change.change);

        MortalClient mortal = new MortalClient(instance.client(), call, carriedOut);
        try {
            derive(new Table(mortal.client(), table.name(), Meter.NONE), tokens);
        } catch (MortalClient.Death e) {
            // Nobody hears of it.
        }
        if (changedAgain) {
            save(ports, change.before.isEmpty() ? HERON : change.before.getLast());
        }
        derive(table, tokens);

        String where = change + ": died at call " + call + ", which was " + (carriedOut ? "" : "not ") + "carried out";
        assertThat(Afresh.differences(instance, table, NOW)).as(where).isEmpty();

        ports.venues().find(CRANE.id()).ifPresent(venue -> save(ports, venue.value()));
        ports.venues().find(HERON.id()).ifPresent(venue -> save(ports, venue.value()));
        derive(table, tokens);

        assertThat(Afresh.allDifferences(instance, table, NOW))
                .as("%s, and the venues were changed", where)
                .isEmpty();
        return mortal.hasDied();
    }

    private static void derive(Table table, Supplier<String> tokens) {
        Derivation derivation = new Derivation(table, () -> NOW, tokens);
        derivation.refreshAll(List.of("V#" + CRANE.id(), "V#" + HERON.id(), "S#" + SESSION.id()));
    }

    /** DynamoDB knows the tokens of transactions in all tables. */
    private static Supplier<String> tokens(Table table) {
        Supplier<String> tokens = LocalDynamo.tokens();
        return () -> table.name() + tokens.get();
    }

    private static void save(Ports ports, Object one) {
        Object outcome = switch (one) {
            case Venue venue ->
                ports.venues()
                        .save(
                                venue,
                                ports.venues()
                                        .find(venue.id())
                                        .map(Versioned::version)
                                        .orElse(SaveOutcome.NEW));
            case Session session ->
                ports.sessions()
                        .save(
                                session,
                                ports.sessions()
                                        .find(session.id())
                                        .map(Versioned::version)
                                        .orElse(SaveOutcome.NEW));
            case Feedback feedback -> ports.feedbacks().save(feedback, SaveOutcome.NEW);
            default -> throw new IllegalArgumentException(one.toString());
        };
        assertThat(outcome).isInstanceOf(SaveOutcome.Saved.class);
    }

    private LocalDynamo instance() {
        if (tables++ % TABLES_OF_AN_INSTANCE == 0) {
            if (dynamo != null) {
                dynamo.close();
            }
            dynamo = new LocalDynamo();
        }
        return dynamo;
    }
}
