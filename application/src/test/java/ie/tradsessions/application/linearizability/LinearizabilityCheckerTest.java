package ie.tradsessions.application.linearizability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On histories of a register, which keeps the last number written to it. */
class LinearizabilityCheckerTest {
    private static final int WRITTEN = 0;
    private static final int MAX_CONFIGURATIONS = 1_000_000;

    sealed interface Call {
        record Write(int number) implements Call {}

        record Read() implements Call {}

        /** Writes one more than there is, and answers that. */
        record Increment() implements Call {}
    }

    private static final class Register implements SequentialModel<Integer, Call, Integer> {
        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public Step<Integer, Integer> carryOut(Integer before, Call call) {
            return switch (call) {
                case Call.Write(int number) -> new Step<>(number, WRITTEN);
                case Call.Read() -> new Step<>(before, before);
                case Call.Increment() -> new Step<>(before + 1, before + 1);
            };
        }

        @Override
        public boolean isRead(Call call) {
            return call instanceof Call.Read;
        }
    }

    private final List<Operation<Call, Integer>> history = new ArrayList<>();

    private LinearizabilityCheckerTest with(Call call, @Nullable Integer answer, long called, long answered) {
        history.add(new Operation<>("client", call, answer, called, answered));
        return this;
    }

    private LinearizabilityCheckerTest write(int number, long called, long answered) {
        return with(new Call.Write(number), WRITTEN, called, answered);
    }

    private LinearizabilityCheckerTest read(int number, long called, long answered) {
        return with(new Call.Read(), number, called, answered);
    }

    private LinearizabilityCheckerTest lostWrite(int number, long called) {
        return with(new Call.Write(number), null, called, Operation.NEVER);
    }

    private Verdict<Call, Integer> verdict() {
        return new LinearizabilityChecker<>(new Register(), MAX_CONFIGURATIONS).check(history);
    }

    private void assertExplained() {
        assertThat(verdict()).isInstanceOf(Verdict.Linearizable.class);
    }

    private void assertViolated() {
        assertThat(verdict()).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void nothing_is_explained() {
        assertExplained();
    }

    @Test
    void a_read_shows_what_was_written_before_it() {
        write(1, 1, 2).read(1, 3, 4).assertExplained();
    }

    @Test
    void a_read_that_misses_what_was_written_before_it_is_stale() {
        write(1, 1, 2).read(0, 3, 4).assertViolated();
    }

    @Test
    void a_read_beside_a_write_shows_either() {
        write(1, 1, 4).read(0, 2, 3).assertExplained();
        history.clear();
        write(1, 1, 4).read(1, 2, 3).assertExplained();
    }

    @Test
    void what_one_read_has_shown_no_later_one_misses() {
        write(1, 1, 9).read(1, 2, 3).read(0, 4, 5).assertViolated();
        history.clear();
        write(1, 1, 9).read(0, 2, 3).read(1, 4, 5).read(1, 6, 7).assertExplained();
    }

    @Test
    void two_readers_see_two_writes_in_one_order() {
        write(1, 1, 20)
                .write(2, 2, 21)
                .read(1, 3, 4)
                .read(2, 5, 6)
                .read(1, 7, 8)
                .assertViolated();
    }

    @Test
    void of_two_increments_at_once_none_is_lost() {
        with(new Call.Increment(), 1, 1, 4).with(new Call.Increment(), 2, 2, 3).assertExplained();
        history.clear();
        with(new Call.Increment(), 1, 1, 4).with(new Call.Increment(), 1, 2, 3).assertViolated();
    }

    @Test
    void a_write_that_would_change_nothing_at_once_may_do_so_later() {
        write(0, 1, 8).write(1, 2, 3).read(1, 4, 5).read(0, 6, 7).assertExplained();
    }

    @Test
    void a_write_whose_answer_was_lost_may_never_take_effect() {
        lostWrite(1, 1).read(0, 2, 3).read(0, 4, 5).assertExplained();
    }

    @Test
    void or_at_any_time_after_its_call() {
        lostWrite(1, 1).read(0, 2, 3).write(2, 4, 5).read(2, 6, 7).read(1, 8, 9).assertExplained();
    }

    @Test
    void but_not_before_it() {
        read(1, 1, 2).lostWrite(1, 3).assertViolated();
    }

    @Test
    void and_not_twice() {
        lostWrite(1, 1).read(1, 2, 3).write(2, 4, 5).read(1, 6, 7).assertViolated();
    }

    @Test
    void the_verdict_says_where_no_order_leads_further() {
        write(1, 1, 2).write(2, 3, 4).read(1, 5, 6).read(2, 7, 8);

        Verdict<Call, Integer> verdict = verdict();

        assertThat(verdict)
                .isEqualTo(new Verdict.Violation<>(history.subList(0, 2), history.subList(2, 3), 2, 3))
                .asString()
                .contains("5 to 6 client: Read[], answered 1");
    }

    @Test
    void an_operation_has_an_answer_exactly_if_it_has_a_time_of_it() {
        assertThatIllegalArgumentException().isThrownBy(() -> with(new Call.Read(), null, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> with(new Call.Read(), 1, 1, Operation.NEVER));
        assertThatIllegalArgumentException().isThrownBy(() -> with(new Call.Read(), 1, 2, 2));
    }

    /** A register in one process cannot but be linearizable, however late its answers come. */
    @Property(tries = 300)
    void whatever_was_done_in_some_order_is_explained(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int size) {
        Random random = new Random(seed);
        happened(random, size, 8);

        Verdict<Call, Integer> verdict = verdict();

        assertThat(verdict).isInstanceOf(Verdict.Linearizable.class);
        assertExplains(((Verdict.Linearizable<Call, Integer>) verdict).order());
    }

    @Property
    void the_search_agrees_with_trying_every_order(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int size) {
        Random random = new Random(seed);
        happened(random, size, 4);
        // One answer, or two, that may be wrong.
        for (int i = random.nextInt(3); i > 0; i--) {
            int wrong = random.nextInt(size);
            Operation<Call, Integer> one = history.get(wrong);
            if (!one.lost() && !(one.call() instanceof Call.Write)) {
                history.set(
                        wrong,
                        new Operation<>(one.client(), one.call(), random.nextInt(4), one.called(), one.answered()));
            }
        }

        boolean explained = explainedBySomeOrder(0, new ArrayList<>(history));

        assertThat(verdict() instanceof Verdict.Linearizable).isEqualTo(explained);
    }

    /** Calls that take effect at 100, 200, ..., with calls and answers up to some steps before and after that. */
    private void happened(Random random, int size, int overlap) {
        // All tries of a property share this object.
        history.clear();
        Register register = new Register();
        int state = 0;
        for (int i = 1; i <= size; i++) {
            Call call = anyCall(random);
            boolean lost = random.nextInt(6) == 0;
            if (lost && random.nextBoolean()) {
                with(call, null, called(random, i, overlap), Operation.NEVER);
                continue;
            }
            SequentialModel.Step<Integer, Integer> step = register.carryOut(state, call);
            state = step.after();
            if (lost) {
                with(call, null, called(random, i, overlap), Operation.NEVER);
            } else {
                with(call, step.answer(), called(random, i, overlap), 100L * i + random.nextInt(100 * overlap) + 1);
            }
        }
    }

    private static long called(Random random, int i, int overlap) {
        return 100L * i - random.nextInt(100 * overlap);
    }

    private static Call anyCall(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Call.Write(random.nextInt(4));
            case 1 -> new Call.Increment();
            default -> new Call.Read();
        };
    }

    private void assertExplains(List<Operation<Call, Integer>> order) {
        int state = 0;
        long latestCall = Long.MIN_VALUE;
        for (Operation<Call, Integer> operation : order) {
            SequentialModel.Step<Integer, Integer> step = new Register().carryOut(state, operation.call());
            state = step.after();
            assertThat(operation.lost() || step.answer().equals(operation.answer()))
                    .isTrue();
            latestCall = Math.max(latestCall, operation.called());
            assertThat(operation.answered()).isGreaterThan(latestCall);
        }
        assertThat(order)
                .containsAll(history.stream().filter(one -> !one.lost()).toList());
    }

    private static boolean explainedBySomeOrder(int state, List<Operation<Call, Integer>> left) {
        if (left.stream().allMatch(Operation::lost)) {
            return true;
        }
        long firstAnswer = left.stream().mapToLong(Operation::answered).min().orElseThrow();
        for (Operation<Call, Integer> next : left) {
            SequentialModel.Step<Integer, Integer> step = new Register().carryOut(state, next.call());
            List<Operation<Call, Integer>> others = new ArrayList<>(left);
            others.remove(next);
            if (next.called() < firstAnswer
                    && (next.lost() || step.answer().equals(next.answer()))
                    && explainedBySomeOrder(step.after(), others)) {
                return true;
            }
        }
        return false;
    }
}
