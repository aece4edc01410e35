package ie.tradsessions.application.review;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.feedback.SessionFeedback;
import ie.tradsessions.application.feedback.SessionFeedback.Next;
import ie.tradsessions.application.feedback.SessionFeedback.Scene;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.Optional;

/** Says that a review is helpful, or no longer that it is. Nobody says so of their own. */
public final class MarkHelpful {
    private final SessionFeedback feedback;
    private final Reviews reviews;

    public MarkHelpful(SessionFeedback feedback, Reviews reviews) {
        this.feedback = feedback;
        this.reviews = reviews;
    }

    public record Command(Identity who, SessionId session, int number, boolean helpful) {}

    public sealed interface Outcome permits ReviewEdit {}

    public Outcome mark(Command command) {
        return feedback.carryOut(new SessionFeedback.Request<Outcome>(
                command.who(),
                command.session(),
                new ReviewEdit.NoSuchSession(command.session()),
                ReviewEdit.Refused::new,
                scene -> next(command, scene)));
    }

    private Next<Outcome> next(Command command, Scene scene) {
        Optional<Versioned<Review>> found = reviews.find(command.session(), command.number())
                .filter(review -> review.value().isShown());
        if (found.isEmpty()) {
            return new Next.Stays<>(new ReviewEdit.NoSuchReview(command.number()));
        }
        Versioned<Review> review = found.get();
        if (review.value().author().is(command.who().member())) {
            return new Next.Stays<>(new ReviewEdit.NotAllowed());
        }
        return scene.voice().helpful().contains(command.number()) == command.helpful()
                ? new Next.Stays<>(new ReviewEdit.Done())
                : new Next.Becomes<>(
                        new ReviewEdit.Done(),
                        scene.feedback(),
                        scene.voice().finding(command.number(), command.helpful()),
                        List.of(new Change.SaveReview(review, review.value().markedHelpful(command.helpful()))),
                        false);
    }
}
