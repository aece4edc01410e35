package ie.tradsessions.application.member;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;

/** Adds a session to those that a member follows. */
public final class KeepFavourite {
    private final MemberRequests requests;
    private final SearchIndex index;

    public KeepFavourite(MemberRequests requests, SearchIndex index) {
        this.requests = requests;
        this.index = index;
    }

    public record Command(Identity who, SessionId session) {}

    public sealed interface Outcome {
        /** @param sessions all that the member follows now, in the order in which they were added */
        record Kept(List<SessionId> sessions) implements Outcome {}

        record NoSuchSession(SessionId session) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if the member follows as many as one may */
    public Outcome keep(Command command) {
        return requests.carryOut(new MemberRequests.Request<Outcome>(
                command.who(),
                null,
                Outcome.Refused::new,
                result -> new Outcome.Kept(List.of(command.session())),
                (file, now) -> step(command, file)));
    }

    private Step<Outcome> step(Command command, MemberFile file) {
        Favourites favourites = file.favourites().value();
        if (!isListed(command.session())) {
            return new Step.Answer<>(new Outcome.NoSuchSession(command.session()));
        }
        Favourites next = favourites.with(command.session());
        if (next.equals(favourites)) {
            return new Step.Answer<>(new Outcome.Kept(favourites.sessions()));
        }
        return new Step.Save<>(
                new Outcome.Kept(next.sessions()),
                "",
                List.of(new Change.SaveFavourites(next, file.favourites().version() + 1)),
                file.activity().value().contributions());
    }

    private boolean isListed(SessionId session) {
        Index current = index.current();
        Index newEnough = current.session(session).isPresent() ? current : index.latest();
        return newEnough.session(session).filter(known -> !known.takenDown()).isPresent();
    }
}
