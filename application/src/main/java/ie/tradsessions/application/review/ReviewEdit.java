package ie.tradsessions.application.review;

import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.domain.session.SessionId;

/** The outcome of changing something about a review. Outcomes that only some use cases have are added by them. */
public sealed interface ReviewEdit
        extends PostReview.Outcome, WithdrawReview.Outcome, MarkHelpful.Outcome, AnswerReview.Outcome {
    /** It is as the member wants it, now or already. */
    record Done() implements ReviewEdit {}

    record NoSuchSession(SessionId session) implements ReviewEdit {}

    /** It was withdrawn, or is not shown. */
    record NoSuchReview(int number) implements ReviewEdit {}

    /** It is for others to do; nothing was stored. */
    record NotAllowed() implements ReviewEdit {}

    record Refused(Refusal why) implements ReviewEdit {}
}
