package ie.tradsessions.application.member;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;

/** Takes a session out of those that a member follows. */
public final class DropFavourite {
    private final MemberRequests requests;

    public DropFavourite(MemberRequests requests) {
        this.requests = requests;
    }

    public record Command(Identity who, SessionId session) {}

    public sealed interface Outcome {
        /** @param sessions all that the member follows now, in the order in which they were added */
        record Dropped(List<SessionId> sessions) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    public Outcome drop(Command command) {
        return requests.carryOut(new MemberRequests.Request<Outcome>(
                command.who(),
                null,
                Outcome.Refused::new,
                result -> new Outcome.Dropped(List.of()),
                (file, now) -> step(command, file)));
    }

    private static Step<Outcome> step(Command command, MemberFile file) {
        Favourites favourites = file.favourites().value();
        Favourites next = favourites.without(command.session());
        Outcome outcome = new Outcome.Dropped(next.sessions());
        return next.equals(favourites)
                ? new Step.Answer<>(outcome)
                : new Step.Save<>(
                        outcome,
                        "",
                        List.of(new Change.SaveFavourites(
                                next, file.favourites().version() + 1)),
                        file.activity().value().contributions());
    }
}
