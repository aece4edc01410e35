package ie.tradsessions.application.review;

import ie.tradsessions.application.linearizability.LinearizabilityChecker;
import ie.tradsessions.application.linearizability.Operation;
import ie.tradsessions.application.linearizability.Verdict;
import ie.tradsessions.application.review.ReviewModel.Answer;
import ie.tradsessions.application.review.ReviewModel.Call;
import java.util.List;
import java.util.Locale;

/** Judges one history after another, and counts. */
public final class ReviewHistories {
    private static final int MAX_CONFIGURATIONS = 300_000;

    private final LinearizabilityChecker<ReviewModel.State, Call, Answer> checker =
            new LinearizabilityChecker<>(new ReviewModel(ReviewHistory.newcomers()), MAX_CONFIGURATIONS);
    private final long begin = System.nanoTime();
    private int histories;
    private int operations;
    private int lost;
    private int decidedOnHeld;
    private int largest;

    /** Lets it happen, and looks for an order that explains it. */
    public Verdict<?, ?> judge(ReviewHistory history) {
        List<Operation<Call, Answer>> happened = history.operations();
        Verdict<Call, Answer> verdict = checker.check(happened);
        histories++;
        operations += happened.size();
        lost += (int) happened.stream().filter(Operation::lost).count();
        decidedOnHeld += (int) happened.stream()
                .filter(operation -> operation.call() instanceof Call.DecideOnHeld)
                .count();
        largest = Math.max(largest, verdict.configurations());
        return verdict;
    }

    /** How many reviews a moderator decided on that were held. */
    public int decidedOnHeld() {
        return decidedOnHeld;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d histories | %d operations, %d without an answer, %d held and decided | largest search %d | %.1f s",
                histories,
                operations,
                lost,
                decidedOnHeld,
                largest,
                (System.nanoTime() - begin) / 1e9);
    }
}
