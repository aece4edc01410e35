package ie.tradsessions.application.linearizability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Finds out whether a history of concurrent calls is explained by some order in which each takes effect at one moment
 * between its call and its answer (Herlihy and Wing, "Linearizability", 1990). It is the search of Wing and Gong
 * ("Testing and Verifying Concurrent Objects", 1993), which tries one order after another and never looks twice at the
 * same calls in the same state, as Lowe adds ("Testing for Linearizability", 2017).
 *
 * <p>A call whose answer was lost is in the order wherever it explains most, or not at all. Three things keep the search
 * short, and change nothing in what it finds:
 *
 * <ul>
 *   <li>what was answered first is tried first;
 *   <li>a read that may come next comes next: it would be explained no better later;
 *   <li>of two orders of the same answered calls that lead to the same state, the one that needed fewer of the lost ones
 *       leaves more to the rest, so the other one is not looked into.
 * </ul>
 *
 * <p>A history that cannot be explained is reported by the shortest part from its beginning that cannot be, which is also
 * found where the search in the whole of it would take too long.
 */
public final class LinearizabilityChecker<S, C, A> {
    private final SequentialModel<S, C, A> model;
    private final int maxConfigurations;

    /** @param maxConfigurations after how many a search is given up */
    public LinearizabilityChecker(SequentialModel<S, C, A> model, int maxConfigurations) {
        this.model = model;
        this.maxConfigurations = maxConfigurations;
    }

    public Verdict<C, A> check(List<Operation<C, A>> history) {
        Verdict<C, A> verdict = new Search(history).run();
        if (verdict instanceof Verdict.Linearizable) {
            return verdict;
        }
        long[] answers = history.stream()
                .filter(operation -> !operation.lost())
                .mapToLong(Operation::answered)
                .sorted()
                .toArray();
        for (long answer : answers) {
            Verdict<C, A> part = new Search(until(answer, history)).run();
            if (!(part instanceof Verdict.Linearizable)) {
                return part;
            }
        }
        return verdict;
    }

    /** What had happened by a moment, of which nobody can tell what comes after it. */
    private static <C, A> List<Operation<C, A>> until(long moment, List<Operation<C, A>> history) {
        return history.stream()
                .filter(operation -> operation.called() < moment)
                .map(operation -> operation.answered() <= moment
                        ? operation
                        : new Operation<C, A>(
                                operation.client(), operation.call(), null, operation.called(), Operation.NEVER))
                .toList();
    }

    /** Which of the answered calls have taken effect, and the state after them. */
    private record Configuration<S>(BitSet done, S state) {}

    /** What may come next, and what comes of it. */
    private record Choice<S>(int operation, S after) {}

    /**
     * The order so far, and what else may come after it.
     *
     * @param last the operation that came last
     */
    private record Node<S>(int last, S state, Iterator<Choice<S>> choices) {}

    private final class Search {
        private static final int NONE = -1;

        /** In the order of their answers; those without one last. */
        private final List<Operation<C, A>> history;

        private final int answered;
        private final BitSet done = new BitSet();
        private final BitSet lostDone = new BitSet();

        /** With the lost calls that had taken effect too. */
        private final Map<Configuration<S>, List<BitSet>> seen = new HashMap<>();

        private final Deque<Node<S>> path = new ArrayDeque<>();
        private int configurations;
        private Verdict.Violation<C, A> longest = new Verdict.Violation<>(List.of(), List.of(), model.initial(), 0);

        Search(List<Operation<C, A>> history) {
            this.history = history.stream()
                    .sorted(Comparator.comparingLong(Operation::answered))
                    .toList();
            answered = (int) history.stream().filter(one -> !one.lost()).count();
        }

        Verdict<C, A> run() {
            enter(NONE, model.initial());
            while (done.cardinality() < answered) {
                if (configurations >= maxConfigurations) {
                    return new Verdict.Undecided<>(configurations);
                }
                Node<S> here = path.getLast();
                if (here.choices().hasNext()) {
                    Choice<S> next = here.choices().next();
                    mark(next.operation(), true);
                    if (!enter(next.operation(), next.after())) {
                        mark(next.operation(), false);
                    }
                    continue;
                }
                if (here.last() == NONE) {
                    return new Verdict.Violation<>(
                            longest.explained(), longest.next(), longest.state(), configurations);
                }
                path.removeLast();
                mark(here.last(), false);
            }
            return new Verdict.Linearizable<>(order(), configurations);
        }

        private void mark(int operation, boolean takenEffect) {
            (history.get(operation).lost() ? lostDone : done).set(operation, takenEffect);
        }

        /** Whether the calls that have taken effect, and the state after them, were not looked at before. */
        private boolean enter(int last, S state) {
            List<BitSet> before =
                    seen.computeIfAbsent(new Configuration<>((BitSet) done.clone(), state), key -> new ArrayList<>(1));
            if (before.stream().anyMatch(fewer -> isSubset(fewer, lostDone))) {
                return false;
            }
            before.add((BitSet) lostDone.clone());
            configurations++;
            List<Choice<S>> choices = choices(state);
            path.addLast(new Node<>(last, state, choices.iterator()));
            if (path.size() > longest.explained().size() + 1 || configurations == 1) {
                longest = new Verdict.Violation<>(order(), next(), state, configurations);
            }
            return true;
        }

        private static boolean isSubset(BitSet some, BitSet others) {
            BitSet left = (BitSet) some.clone();
            left.andNot(others);
            return left.isEmpty();
        }

        private List<Choice<S>> choices(S state) {
            List<Choice<S>> choices = new ArrayList<>();
            for (int operation : mayComeNext()) {
                Operation<C, A> one = history.get(operation);
                SequentialModel.Step<S, A> step = model.carryOut(state, one.call());
                if (one.lost() ? step.after().equals(state) : !step.answer().equals(one.answer())) {
                    continue;
                }
                Choice<S> choice = new Choice<>(operation, step.after());
                if (model.isRead(one.call())) {
                    return List.of(choice);
                }
                choices.add(choice);
            }
            return choices;
        }

        /** What was called before the first of the answers that are left. */
        private List<Integer> mayComeNext() {
            int first = done.nextClearBit(0);
            long firstAnswer = first < answered ? history.get(first).answered() : Operation.NEVER;
            List<Integer> all = new ArrayList<>();
            for (int i = first; i < history.size(); i++) {
                if (history.get(i).called() < firstAnswer && !done.get(i) && !lostDone.get(i)) {
                    all.add(i);
                }
            }
            return all;
        }

        private List<Operation<C, A>> next() {
            return mayComeNext().stream().map(history::get).toList();
        }

        private List<Operation<C, A>> order() {
            return path.stream()
                    .filter(node -> node.last() != NONE)
                    .map(node -> history.get(node.last()))
                    .toList();
        }
    }
}
