package ie.tradsessions.application.session;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.session.SessionEditor.Edit;
import ie.tradsessions.application.session.SessionEditor.Next;
import ie.tradsessions.domain.session.SessionId;

/**
 * Lists a session again that was taken down. Moderators may, and its organiser who took it down.
 */
public final class ListSessionAgain {
    private final SessionEditor editor;

    public ListSessionAgain(MemberRequests requests, Sessions sessions) {
        editor = new SessionEditor(requests, sessions);
    }

    /** @param expectedVersion the version that was seen */
    public record Command(Identity who, SessionId session, long expectedVersion) {}

    public SessionEdit listAgain(Command command) {
        return editor.carryOut(new Edit<SessionEdit>(
                command.who(),
                command.session(),
                command.expectedVersion(),
                rights -> rights.listAgain() || rights.change(),
                edit -> edit,
                (session, now) -> new Next.Is<>(session.listedAgain())));
    }
}
