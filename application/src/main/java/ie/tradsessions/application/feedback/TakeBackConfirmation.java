package ie.tradsessions.application.feedback;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.feedback.SessionFeedback.Next;
import ie.tradsessions.application.feedback.SessionFeedback.Scene;
import ie.tradsessions.domain.session.SessionId;
import java.time.LocalDate;

/** Takes back what a member said of one night, whenever that was. */
public final class TakeBackConfirmation {
    private final SessionFeedback feedback;

    public TakeBackConfirmation(SessionFeedback feedback) {
        this.feedback = feedback;
    }

    public record Command(Identity who, SessionId session, LocalDate date) {}

    public sealed interface Outcome permits FeedbackEdit {}

    public Outcome takeBack(Command command) {
        return feedback.carryOut(new SessionFeedback.Request<Outcome>(
                command.who(),
                command.session(),
                new FeedbackEdit.NoSuchSession(command.session()),
                FeedbackEdit.Refused::new,
                scene -> next(command, scene)));
    }

    private static Next<Outcome> next(Command command, Scene scene) {
        Boolean before = scene.voice().nights().get(command.date());
        return before == null
                ? new Next.Stays<>(new FeedbackEdit.Said())
                : new Next.Becomes<>(
                        new FeedbackEdit.Said(),
                        scene.feedback().notSaying(command.date(), before),
                        scene.voice().saying(command.date(), null));
    }
}
