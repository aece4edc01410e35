package ie.tradsessions.application.review;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes to reviews of one session, with the tally that they lead to. Both belong into one transaction with the feedback
 * that the tally was read from, even where the tally stays as it is: since whoever changes a review saves that too, what is
 * read here is of the same moment wherever the transaction succeeds.
 *
 * @param changes of different reviews
 */
public record ReviewSteps(SessionId session, List<Change.SaveReview> changes) {
    public ReviewSteps {
        changes = List.copyOf(changes);
    }

    public static ReviewSteps none(SessionId session) {
        return new ReviewSteps(session, List.of());
    }

    /**
     * The review that a member's voice names, as it is stored now.
     *
     * @throws Attempts.ReadApart if it is not there: the voice was read before it was withdrawn, or the review while somebody
     *     decided on it
     */
    public static Versioned<Review> named(SessionId session, int number, Reviews reviews) {
        return reviews.find(session, number)
                .orElseThrow(() -> new Attempts.ReadApart("review " + number + " of session " + session));
    }

    /**
     * @param before null where it is new
     * @param after null where it is withdrawn
     */
    public ReviewSteps with(@Nullable Versioned<Review> before, @Nullable Review after) {
        List<Change.SaveReview> all = new ArrayList<>(changes);
        all.add(new Change.SaveReview(before, after));
        return new ReviewSteps(session, all);
    }

    /**
     * @param before as it is stored now
     * @throws Attempts.ReadApart if the reviews are not those that it counts, since they were read before or after it
     */
    public Tally tally(Tally before, Reviews reviews) {
        List<Tally.Step> steps = changes.stream()
                .map(change -> new Tally.Step(
                        change.before() == null ? null : change.before().value(), change.after()))
                .toList();
        List<Review> older = before.needsOlder(steps)
                ? reviews
                        .shown(session, before.newest().getLast().number(), steps.size(), ReadConsistency.STRONG)
                        .stream()
                        .map(Versioned::value)
                        .toList()
                : List.of();
        try {
            return before.after(steps, older);
        } catch (InvalidValue e) {
            throw new Attempts.ReadApart(e);
        }
    }
}
