package ie.tradsessions.application.session;

import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.domain.session.SessionId;

/** The outcome of changing one session. Outcomes that only some changes have are added by their use cases. */
public sealed interface SessionEdit
        extends ChangeSession.Outcome, SetOccurrence.Outcome, OfferSession.Outcome, TakeOverSession.Outcome {
    /** @param version as it is now; as it was where nothing had to change */
    record Changed(long version) implements SessionEdit {}

    record NoSuchSession(SessionId session) implements SessionEdit {}

    /** Somebody else changed it in the meantime; nothing was stored. */
    record Stale(long version) implements SessionEdit {}

    /** It is for others to decide; nothing was stored. */
    record NotAllowed() implements SessionEdit {}

    record Refused(Refusal why) implements SessionEdit {}
}
