package ie.tradsessions.application.feedback;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.feedback.SessionFeedback.Next;
import ie.tradsessions.application.feedback.SessionFeedback.Scene;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.SessionId;

/**
 * Says that a session is still on, which takes back what members said; what the organiser said the organiser takes back,
 * or a moderator, and what a moderator said a moderator alone.
 */
public final class SayStillOn {
    private final SessionFeedback feedback;

    public SayStillOn(SessionFeedback feedback) {
        this.feedback = feedback;
    }

    public record Command(Identity who, SessionId session) {}

    public sealed interface Outcome permits FeedbackEdit, Outcome.NotAllowed {
        /** The organiser or a moderator says that it is gone; nothing was stored. */
        record NotAllowed() implements Outcome {}
    }

    public Outcome say(Command command) {
        return feedback.carryOut(new SessionFeedback.Request<Outcome>(
                command.who(),
                command.session(),
                new FeedbackEdit.NoSuchSession(command.session()),
                FeedbackEdit.Refused::new,
                SayStillOn::next));
    }

    private static Next<Outcome> next(Scene scene) {
        Feedback before = scene.feedback();
        Feedback next = before.sayingStillOn(scene.author(), SayGone.role(scene));
        return next.equals(before) && before.isGone()
                ? new Next.Stays<>(new Outcome.NotAllowed())
                : new Next.Becomes<>(
                        new FeedbackEdit.Said(), next, scene.voice().sayingGone(false));
    }
}
