package ie.tradsessions.application.review;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.feedback.SessionFeedback;
import ie.tradsessions.application.feedback.SessionFeedback.Next;
import ie.tradsessions.application.feedback.SessionFeedback.Scene;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;

/** Withdraws a member's review of a session; nothing is left of it. */
public final class WithdrawReview {
    private final SessionFeedback feedback;
    private final Reviews reviews;

    public WithdrawReview(SessionFeedback feedback, Reviews reviews) {
        this.feedback = feedback;
        this.reviews = reviews;
    }

    public record Command(Identity who, SessionId session) {}

    public sealed interface Outcome permits ReviewEdit {}

    public Outcome withdraw(Command command) {
        return feedback.carryOut(new SessionFeedback.Request<Outcome>(
                command.who(),
                command.session(),
                new ReviewEdit.NoSuchSession(command.session()),
                ReviewEdit.Refused::new,
                scene -> next(command, scene)));
    }

    private Next<Outcome> next(Command command, Scene scene) {
        Integer number = scene.voice().review();
        if (number == null) {
            return new Next.Stays<>(new ReviewEdit.Done());
        }
        Versioned<Review> before = ReviewSteps.named(command.session(), number, reviews);
        ReviewSteps steps = ReviewSteps.none(command.session()).with(before, null);
        Tally tally = steps.tally(scene.feedback().tally(), reviews);
        return new Next.Becomes<>(
                new ReviewEdit.Done(),
                scene.feedback().with(tally.with(tally.burst().without(number))),
                scene.voice().withReview(null),
                List.copyOf(steps.changes()),
                false);
    }
}
