package ie.tradsessions.adapters.dynamodb.twins;

import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.adapters.dynamodb.twins.Step.Kind;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;

/** DynamoDB's adapters and those in memory are interchangeable: nothing that happens makes them answer differently. */
class BothAdaptersTest {
    /** An instance of DynamoDB Local gets slower with everything that it has ever held. */
    private static final int TABLES_OF_AN_INSTANCE = 40;

    /** So early that nothing has ended for good, and a moment at which much has. */
    private static final List<Instant> STARTS = List.of(Instant.parse("2000-01-01T00:00:00Z"), GeneratedSessions.NOW);

    private LocalDynamo dynamo;
    private int tables;

    @AfterProperty
    void close() {
        if (dynamo != null) {
            dynamo.close();
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void whatever_happens_both_answer_alike(
            @ForAll("starts") Instant start, @ForAll("steps") List<Step> steps, @ForAll long seed) {
        bothAnswerAlike(start, steps, seed);
    }

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    @Tag("long")
    void whatever_happens_ten_thousand_times_both_answer_alike(
            @ForAll("starts") Instant start, @ForAll("steps") List<Step> steps, @ForAll long seed) {
        bothAnswerAlike(start, steps, seed);
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void whatever_the_stream_does_the_table_holds_what_a_fresh_one_would(
            @ForAll("starts") Instant start, @ForAll("unrulySteps") List<Step> steps) {
        holdsWhatAFreshOneWould(start, steps);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    @Tag("long")
    void whatever_the_stream_does_a_thousand_times_the_table_holds_what_a_fresh_one_would(
            @ForAll("starts") Instant start, @ForAll("unrulySteps") List<Step> steps) {
        holdsWhatAFreshOneWould(start, steps);
    }

    private void holdsWhatAFreshOneWould(Instant start, List<Step> steps) {
        Twins twins = new Twins(instance(), "table" + tables, start);
        steps.forEach(twins::take);
        twins.catchUp();
        twins.assertThatTheTableHoldsWhatAFreshOneWould();
    }

    private void bothAnswerAlike(Instant start, List<Step> steps, long seed) {
        Twins twins = new Twins(instance(), "table" + tables, start);
        steps.forEach(twins::take);
        twins.catchUp();
        twins.assertAlike(seed);
    }

    private LocalDynamo instance() {
        if (tables++ % TABLES_OF_AN_INSTANCE == 0) {
            close();
            dynamo = new LocalDynamo();
        }
        return dynamo;
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.of(STARTS);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return steps(1);
    }

    @Provide
    Arbitrary<List<Step>> unrulySteps() {
        return steps(4);
    }

    /**
     * It begins with a venue and a session, since nothing else can happen without.
     *
     * @param unruliness how often the stream is read otherwise than it should be
     */
    private static Arbitrary<List<Step>> steps(int unruliness) {
        Arbitrary<List<Step>> first =
                Combinators.combine(step(Kind.VENUE), step(Kind.SESSION)).as(List::of);
        Arbitrary<List<Step>> rest = Arbitraries.frequencyOf(
                        Tuple.of(4, step(Kind.VENUE)),
                        Tuple.of(5, step(Kind.SESSION)),
                        Tuple.of(3, step(Kind.NIGHT)),
                        Tuple.of(2, step(Kind.END)),
                        Tuple.of(3, step(Kind.STANDING)),
                        Tuple.of(1, step(Kind.STALE_SAVE)),
                        Tuple.of(1, step(Kind.REPEATED_SAVE)),
                        Tuple.of(1, step(Kind.TIME_PASSES)),
                        Tuple.of(1, step(Kind.STREAM_CATCHES_UP)),
                        Tuple.of(unruliness, step(Kind.STREAM_READS_SOME)),
                        Tuple.of(unruliness, step(Kind.STREAM_REPEATS)),
                        Tuple.of(unruliness, step(Kind.STREAM_IS_SHUFFLED)),
                        Tuple.of(unruliness, step(Kind.STREAM_IS_READ_BY_MANY_AT_ONCE)))
                .list()
                .ofMaxSize(12);
        return Combinators.combine(first, rest).as(BothAdaptersTest::joined);
    }

    private static List<Step> joined(List<Step> first, List<Step> rest) {
        return Stream.concat(first.stream(), rest.stream()).toList();
    }

    private static Arbitrary<Step> step(Kind kind) {
        Arbitrary<Integer> some = Arbitraries.integers().between(0, 4).withoutEdgeCases();
        Arbitrary<Integer> how = Arbitraries.integers()
                .between(0, 10_000_000)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
        return Combinators.combine(some, some, how).as((which, other, one) -> new Step(kind, which, other, one));
    }
}
