package ie.tradsessions.application.session;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.RequestKey;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a member the organiser of a session: with the code of an open offer, or without one where nobody organises the
 * session and no offer is open. For its present organiser nothing changes.
 */
public final class TakeOverSession {
    private final MemberRequests requests;
    private final Members members;
    private final Sessions sessions;

    public TakeOverSession(MemberRequests requests, Members members, Sessions sessions) {
        this.requests = requests;
        this.members = members;
        this.sessions = sessions;
    }

    /**
     * @param key by which the request is known again, or null
     * @param code as it was told, or null where nobody organises the session
     */
    public record Command(
            Identity who,
            @Nullable RequestKey key,
            SessionId session,
            @Nullable Secret code) {}

    public sealed interface Outcome permits SessionEdit, Outcome.WrongCode {
        /** It is not that of the offer, or the offer has ended; nothing was stored. */
        record WrongCode() implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if the member organises as many sessions as one may */
    public Outcome takeOver(Command command) {
        return requests.carryOut(new MemberRequests.Request<Outcome>(
                command.who(),
                command.key(),
                SessionEdit.Refused::new,
                result -> new SessionEdit.Changed(Long.parseLong(result)),
                (file, now) -> step(command, file, now)));
    }

    private Step<Outcome> step(Command command, MemberFile file, Instant now) {
        Optional<Versioned<Session>> found = sessions.find(command.session());
        boolean shown = found.filter(session ->
                        Rights.of(command.who(), session.value(), now).see())
                .isPresent();
        if (found.isEmpty() || !shown) {
            return new Step.Answer<>(new SessionEdit.NoSuchSession(command.session()));
        }
        Session session = found.get().value();
        long version = found.get().version();
        MemberId member = command.who().member();
        if (session.isOrganisedBy(member)) {
            return new Step.Answer<>(new SessionEdit.Changed(version));
        }
        if (!session.mayBeTakenOver(command.code(), now)) {
            return new Step.Answer<>(
                    command.code() == null || session.isTakenDown()
                            ? new SessionEdit.NotAllowed()
                            : new Outcome.WrongCode());
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Save(new StoredAggregate.OfSession(session.organisedBy(member), version + 1)));
        MemberId before = session.organiser();
        if (before != null) {
            changes.addAll(takenFrom(before, session.id()));
        }
        return new Step.Save<>(
                new SessionEdit.Changed(version + 1),
                Long.toString(version + 1),
                changes,
                file.activity().value().contributions().organising(session.id()));
    }

    private List<Change> takenFrom(MemberId organiser, SessionId session) {
        Versioned<Activity> stored =
                members.of(organiser, ReadConsistency.STRONG).activity();
        Activity activity = stored.value();
        Activity without = activity.with(activity.contributions().notOrganising(session));
        return without.equals(activity) ? List.of() : List.of(new Change.SaveActivity(without, stored.version() + 1));
    }
}
