package ie.tradsessions.application.session;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.session.SessionEditor.Edit;
import ie.tradsessions.application.session.SessionEditor.Next;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Takedown;

/**
 * Takes a session off every list, because its players do not want it advertised. It stays so when somebody adds it again;
 * see {@link ListSessionAgain}. Its organiser may, and moderators.
 */
public final class TakeDownSession {
    private final SessionEditor editor;

    public TakeDownSession(MemberRequests requests, Sessions sessions) {
        editor = new SessionEditor(requests, sessions);
    }

    /** @param expectedVersion the version that was seen */
    public record Command(Identity who, SessionId session, long expectedVersion) {}

    public SessionEdit takeDown(Command command) {
        return editor.carryOut(new Edit<SessionEdit>(
                command.who(),
                command.session(),
                command.expectedVersion(),
                Rights::takeDown,
                edit -> edit,
                (session, now) -> new Next.Is<>(
                        session.isTakenDown()
                                ? session
                                : session.takenDown(new Takedown(
                                        now,
                                        !session.isOrganisedBy(command.who().member()))))));
    }
}
