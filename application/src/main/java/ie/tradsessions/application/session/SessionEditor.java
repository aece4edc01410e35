package ie.tradsessions.application.session;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Changes one session for a member who may. */
final class SessionEditor {
    private final MemberRequests requests;
    private final Sessions sessions;

    SessionEditor(MemberRequests requests, Sessions sessions) {
        this.requests = requests;
        this.sessions = sessions;
    }

    /**
     * One change.
     *
     * @param expectedVersion the version that was seen, or null where that does not matter
     * @param allowed whether the rights of the member are enough for it
     * @param outcome makes the use case's own outcome of one that every change may have
     * @param next what is to become of the session
     */
    record Edit<O>(
            Identity who,
            SessionId session,
            @Nullable Long expectedVersion,
            Predicate<Rights> allowed,
            Function<SessionEdit, O> outcome,
            BiFunction<Session, Instant, Next<O>> next) {}

    sealed interface Next<O> {
        record Is<O>(Session session) implements Next<O> {}

        /** It stays as it is. */
        record Refused<O>(O outcome) implements Next<O> {}
    }

    <O> O carryOut(Edit<O> edit) {
        return requests.carryOut(new MemberRequests.Request<>(
                edit.who(),
                null,
                refusal -> edit.outcome().apply(new SessionEdit.Refused(refusal)),
                result -> edit.outcome().apply(new SessionEdit.Changed(Long.parseLong(result))),
                (file, now) -> step(edit, file, now)));
    }

    private <O> Step<O> step(Edit<O> edit, MemberFile file, Instant now) {
        Optional<Versioned<Session>> found = sessions.find(edit.session());
        if (found.isEmpty()) {
            return answer(edit, new SessionEdit.NoSuchSession(edit.session()));
        }
        Session session = found.get().value();
        long version = found.get().version();
        Rights rights = Rights.of(edit.who(), session, now);
        if (!rights.see()) {
            return answer(edit, new SessionEdit.NoSuchSession(edit.session()));
        }
        if (!edit.allowed().test(rights)) {
            return answer(edit, new SessionEdit.NotAllowed());
        }
        Long expected = edit.expectedVersion();
        if (expected != null && expected != version) {
            return answer(
                    edit,
                    version == expected + 1 && isSoAlready(edit, session, now)
                            ? new SessionEdit.Changed(version)
                            : new SessionEdit.Stale(version));
        }
        return switch (edit.next().apply(session, now)) {
            case Next.Refused<O>(var outcome) -> new Step.Answer<>(outcome);
            case Next.Is<O>(var next) when next.equals(session) -> answer(edit, new SessionEdit.Changed(version));
            case Next.Is<O>(var next) ->
                new Step.Save<>(
                        edit.outcome().apply(new SessionEdit.Changed(version + 1)),
                        Long.toString(version + 1),
                        List.of(new Change.Save(new StoredAggregate.OfSession(next, version + 1))),
                        file.activity().value().contributions());
        };
    }

    /** Whoever was not told that the change was made, and asks for it again, has lost nothing (RFC 9110, 13.1.1). */
    private static <O> boolean isSoAlready(Edit<O> edit, Session session, Instant now) {
        try {
            return edit.next().apply(session, now) instanceof Next.Is<O>(var wanted) && wanted.equals(session);
        } catch (InvalidValue e) {
            return false;
        }
    }

    private static <O> Step<O> answer(Edit<O> edit, SessionEdit outcome) {
        return new Step.Answer<>(edit.outcome().apply(outcome));
    }
}
