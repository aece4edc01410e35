package ie.tradsessions.application.session;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.session.SessionEditor.Edit;
import ie.tradsessions.application.session.SessionEditor.Next;
import ie.tradsessions.domain.session.SessionId;

/** Takes back that a session is offered to another organiser. Its organiser may, and moderators. */
public final class WithdrawOffer {
    private final SessionEditor editor;

    public WithdrawOffer(MemberRequests requests, Sessions sessions) {
        editor = new SessionEditor(requests, sessions);
    }

    /** @param expectedVersion the version that was seen */
    public record Command(Identity who, SessionId session, long expectedVersion) {}

    public SessionEdit withdraw(Command command) {
        return editor.carryOut(new Edit<SessionEdit>(
                command.who(),
                command.session(),
                command.expectedVersion(),
                Rights::change,
                edit -> edit,
                (session, now) -> new Next.Is<>(session.offered(null))));
    }
}
