package ie.tradsessions.application.session;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.application.opinion.Voices;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.HandOver;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows a session to a member as it is stored now, with what the member may do with it. One that was taken down is shown
 * to its organiser and to moderators alone.
 */
public final class ViewMySession {
    private final SessionLookup sessions;
    private final Members members;
    private final Voices voices;
    private final Reviews reviews;
    private final MemberNames names;
    private final InstantSource clock;

    public ViewMySession(
            SearchIndex index,
            SessionPages pages,
            Members members,
            Voices voices,
            Reviews reviews,
            MemberNames names,
            InstantSource clock) {
        sessions = new SessionLookup(index, pages);
        this.members = members;
        this.voices = voices;
        this.reviews = reviews;
        this.names = names;
        this.clock = clock;
    }

    public record Query(Identity who, SessionId session) {}

    /**
     * @param session as everybody sees it, or would if it were listed; the version is in its page
     * @param mayAnswer whether the member may answer the question whether it is on
     * @param offeredUntil when the open offer ends, or null where none is open or the member may not withdraw it
     */
    public record View(
            ViewSession.View session,
            Rights rights,
            boolean mayAnswer,
            @Nullable Instant offeredUntil,
            Mine mine) {}

    /**
     * What the member has said of it.
     *
     * @param review the member's own, whoever else sees it, or null
     * @param gone whether the member's word that it is gone stands
     * @param names the member's own, if there is one
     */
    public record Mine(Voice voice, @Nullable Review review, boolean gone, Map<MemberId, String> names) {}

    public Optional<View> view(Query query) {
        Instant now = clock.instant();
        return sessions.findLatest(query.session()).flatMap(found -> {
            Session session = found.page().session();
            Rights rights = Rights.of(query.who(), session, now);
            HandOver offer = session.handOver();
            boolean told = offer != null && offer.isOpen(now) && rights.change();
            return rights.see()
                    ? Optional.of(new View(
                            ViewSession.View.of(found, names, now),
                            rights,
                            mayAnswer(query.who(), session),
                            told && offer != null ? offer.until() : null,
                            mine(query, found.page())))
                    : Optional.empty();
        });
    }

    private boolean mayAnswer(Identity who, Session session) {
        return Rights.mayAnswer(
                who,
                session,
                members.of(who.member(), ReadConsistency.STRONG).favourites().value());
    }

    private Mine mine(Query query, SessionPage page) {
        Voice voice = voices.of(query.who().member(), query.session()).value();
        Integer number = voice.review();
        return new Mine(
                voice,
                number == null ? null : review(page, number).orElse(null),
                page.feedback().gone().stream()
                        .anyMatch(claim -> claim.by().is(query.who().member())),
                names.of(List.of(query.who().member())));
    }

    /** Most are among those of the page, which is as it is stored now. */
    private Optional<Review> review(SessionPage page, int number) {
        return page.newest().stream()
                .filter(review -> review.number() == number)
                .findFirst()
                .or(() -> reviews.find(page.session().id(), number).map(Versioned::value));
    }
}
