package ie.tradsessions.application.feedback;

import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.domain.session.SessionId;

/** The outcome of saying something of a session. Outcomes that only some use cases have are added by them. */
public sealed interface FeedbackEdit
        extends ConfirmNight.Outcome,
                TakeBackConfirmation.Outcome,
                AskIfOn.Outcome,
                AnswerQuestion.Outcome,
                SayGone.Outcome,
                SayStillOn.Outcome {
    /** It is as the member says, now or already. */
    record Said() implements FeedbackEdit {}

    record NoSuchSession(SessionId session) implements FeedbackEdit {}

    record Refused(Refusal why) implements FeedbackEdit {}
}
