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

/** Answers a review, once. The organiser of the session may. */
public final class AnswerReview {
    private final SessionFeedback feedback;
    private final Reviews reviews;

    public AnswerReview(SessionFeedback feedback, Reviews reviews) {
        this.feedback = feedback;
        this.reviews = reviews;
    }

    /** @param text as in {@link Review.Answer} */
    public record Command(Identity who, SessionId session, int number, String text) {}

    public sealed interface Outcome permits ReviewEdit, Outcome.AnsweredAlready {
        record AnsweredAlready() implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if the text is not allowed; nothing is stored then */
    public Outcome answer(Command command) {
        return feedback.carryOut(new SessionFeedback.Request<Outcome>(
                command.who(),
                command.session(),
                new ReviewEdit.NoSuchSession(command.session()),
                ReviewEdit.Refused::new,
                scene -> next(command, scene)));
    }

    private Next<Outcome> next(Command command, Scene scene) {
        if (!scene.byOrganiser()) {
            return new Next.Stays<>(new ReviewEdit.NotAllowed());
        }
        Optional<Versioned<Review>> found = reviews.find(command.session(), command.number())
                .filter(review -> review.value().isShown());
        if (found.isEmpty()) {
            return new Next.Stays<>(new ReviewEdit.NoSuchReview(command.number()));
        }
        Versioned<Review> review = found.get();
        Review.Answer answer = new Review.Answer(command.text(), scene.now());
        Review.Answer known = review.value().answer();
        if (known != null) {
            return new Next.Stays<>(
                    known.text().equals(answer.text()) ? new ReviewEdit.Done() : new Outcome.AnsweredAlready());
        }
        return new Next.Becomes<>(
                new ReviewEdit.Done(),
                scene.feedback(),
                scene.voice(),
                List.of(new Change.SaveReview(review, review.value().answered(answer))),
                false);
    }
}
