package ie.tradsessions.application.session;

import ie.tradsessions.application.Identity;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.Takedown;
import java.time.Instant;

/**
 * What a member may do with a session: all rules about it are here.
 *
 * @param see whether it is shown to the member at all
 * @param change whether the member may change it, its nights and its end, and offer it to somebody else
 * @param takeDown whether the member may take it off every list
 * @param listAgain whether the member may list it again
 * @param takeOver whether the member may become its organiser without a code
 * @param answerReviews whether the member may answer reviews of it
 */
public record Rights(
        boolean see, boolean change, boolean takeDown, boolean listAgain, boolean takeOver, boolean answerReviews) {
    public static Rights of(Identity who, Session session, Instant now) {
        boolean organiser = session.isOrganisedBy(who.member());
        boolean keeps = organiser || who.moderator();
        Takedown takedown = session.takenDown();
        return new Rights(
                takedown == null || keeps,
                takedown == null && keeps,
                keeps,
                takedown != null && (who.moderator() || (organiser && !takedown.byModerator())),
                session.mayBeTakenOver(null, now),
                takedown == null && organiser);
    }

    /** Whether a member may answer the question whether the next night is on: who organises a session or keeps it. */
    public static boolean mayAnswer(Identity who, Session session, Favourites favourites) {
        return who.moderator()
                || session.isOrganisedBy(who.member())
                || favourites.sessions().contains(session.id());
    }
}
