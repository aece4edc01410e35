package ie.tradsessions.application.feedback;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.feedback.SessionFeedback.Next;
import ie.tradsessions.application.feedback.SessionFeedback.Scene;
import ie.tradsessions.domain.feedback.GoneClaim;
import ie.tradsessions.domain.feedback.GoneClaim.Role;
import ie.tradsessions.domain.session.SessionId;

/** Says that a session is gone for good. It is over once its organiser says so, a moderator, or two members. */
public final class SayGone {
    private final SessionFeedback feedback;

    public SayGone(SessionFeedback feedback) {
        this.feedback = feedback;
    }

    public record Command(Identity who, SessionId session) {}

    public sealed interface Outcome permits FeedbackEdit {}

    public Outcome say(Command command) {
        return feedback.carryOut(new SessionFeedback.Request<Outcome>(
                command.who(),
                command.session(),
                new FeedbackEdit.NoSuchSession(command.session()),
                FeedbackEdit.Refused::new,
                SayGone::next));
    }

    private static Next<Outcome> next(Scene scene) {
        Role role = role(scene);
        boolean saidBefore = scene.feedback().gone().stream()
                .anyMatch(claim -> claim.by().equals(scene.author()) && claim.role() == role);
        return saidBefore
                ? new Next.Stays<>(new FeedbackEdit.Said())
                : new Next.Becomes<>(
                        new FeedbackEdit.Said(),
                        scene.feedback().sayingGone(new GoneClaim(scene.author(), role, scene.now())),
                        scene.voice().sayingGone(true));
    }

    /** The strongest role in which a member speaks of a session. */
    static Role role(Scene scene) {
        if (scene.who().moderator()) {
            return Role.MODERATOR;
        }
        return scene.byOrganiser() ? Role.ORGANISER : Role.MEMBER;
    }
}
