package ie.tradsessions.application.session;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.session.SessionEditor.Edit;
import ie.tradsessions.application.session.SessionEditor.Next;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.session.HandOver;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Offers a session to another organiser: to whoever is told the code, for two weeks. Offering it again makes the earlier
 * code void. Its organiser may, and moderators.
 */
public final class OfferSession {
    private final SessionEditor editor;
    private final Supplier<Secret> newCode;

    /** @param newCode gives one that nobody can guess */
    public OfferSession(MemberRequests requests, Sessions sessions, Supplier<Secret> newCode) {
        editor = new SessionEditor(requests, sessions);
        this.newCode = newCode;
    }

    public record Command(Identity who, SessionId session) {}

    public sealed interface Outcome permits SessionEdit, Outcome.Offered {
        /** @param code is told here and never again */
        record Offered(Secret code, Instant until, long version) implements Outcome {}
    }

    public Outcome offer(Command command) {
        Secret code = newCode.get();
        AtomicReference<Instant> until = new AtomicReference<>(Instant.EPOCH);
        Outcome outcome = editor.carryOut(new Edit<Outcome>(
                command.who(), command.session(), null, Rights::change, edit -> edit, (session, now) -> {
                    HandOver offer = HandOver.from(now, code);
                    until.set(offer.until());
                    return new Next.Is<>(session.offered(offer));
                }));
        return outcome instanceof SessionEdit.Changed(var version)
                ? new Outcome.Offered(code, until.get(), version)
                : outcome;
    }
}
