package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.session.Listing;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Block;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows moderators what waits for a decision, with everything that they need for it. */
public final class ViewQueue {
    /** The most cases that are shown; more come as these are decided. */
    public static final int MAX_SHOWN = 20;

    private final Cases cases;
    private final SearchIndex index;
    private final Sessions sessions;
    private final Reviews reviews;
    private final Members members;
    private final MemberNames names;
    private final InstantSource clock;

    public ViewQueue(
            Cases cases,
            SearchIndex index,
            Sessions sessions,
            Reviews reviews,
            Members members,
            MemberNames names,
            InstantSource clock) {
        this.cases = cases;
        this.index = index;
        this.sessions = sessions;
        this.reviews = reviews;
        this.members = members;
        this.names = names;
        this.clock = clock;
    }

    /**
     * A case.
     *
     * @param allowed the decisions that are possible now
     * @param author of the subject, or null where it has none, or several
     * @param names of the members whom the context names, as far as they have one
     */
    public record Item(
            Versioned<Case> its,
            Set<Decision.Kind> allowed,
            Context context,
            @Nullable Responsible author,
            Map<MemberId, String> names) {}

    /**
     * What a case is about.
     *
     * @param session that of the subject, also one that was taken down; null where it has none or that is gone
     * @param venue that of the subject, or null as above
     * @param reviews those of the subject, whoever may see them; none where they are gone
     */
    public record Context(
            @Nullable Listing session, @Nullable Venue venue, List<Review> reviews) {}

    /**
     * Who is responsible for a subject.
     *
     * @param since since when, or null where the member has no profile
     * @param decisions about what else the member did, newest first
     * @param block the one that is in force, or null
     */
    public record Responsible(
            MemberId member,
            @Nullable Instant since,
            List<Notice> decisions,
            @Nullable Block block) {}

    /** The open cases, the one that waits longest first; empty where the member is no moderator. */
    public Optional<List<Item>> view(Identity who) {
        if (!who.moderator()) {
            return Optional.empty();
        }
        Index latest = index.latest();
        Instant now = clock.instant();
        return Optional.of(cases.open(MAX_SHOWN).stream()
                .map(its -> item(its, latest, now))
                .toList());
    }

    private Item item(Versioned<Case> its, Index latest, Instant now) {
        Subject subject = its.value().subject();
        Context context = context(subject, latest, now);
        MemberId author = authorOf(subject, context).orElse(null);
        Stream<MemberId> named = Stream.concat(
                Stream.ofNullable(author), context.reviews().stream().flatMap(review -> Authors.of(review).stream()));
        return new Item(
                its,
                allowed(subject, author, latest),
                context,
                author == null ? null : responsible(author, now),
                names.of(named.distinct().toList()));
    }

    private Optional<MemberId> authorOf(Subject subject, Context context) {
        return switch (subject) {
            case Subject.OfSession(var session) ->
                sessions.find(session).map(Versioned::value).flatMap(Authors::of);
            case Subject.OfReview review ->
                context.reviews().stream().findFirst().flatMap(Authors::of);
            case Subject.HeldReviews held -> Optional.empty();
            case Subject.OfVenue venue -> Optional.empty();
        };
    }

    private static Set<Decision.Kind> allowed(Subject subject, @Nullable MemberId author, Index latest) {
        EnumSet<Decision.Kind> allowed = EnumSet.copyOf(Decision.allowedFor(subject));
        if (author == null && !(subject instanceof Subject.HeldReviews)) {
            allowed.remove(Decision.Kind.BLOCK);
        }
        if (subject instanceof Subject.OfVenue(var venue)
                && !latest.allSessionsAt(venue).isEmpty()) {
            allowed.remove(Decision.Kind.REMOVE);
        }
        return Collections.unmodifiableSet(allowed);
    }

    private Responsible responsible(MemberId author, Instant now) {
        MemberFile file = members.of(author, ReadConsistency.STRONG);
        Profile profile = file.profile();
        return new Responsible(
                author, profile == null ? null : profile.since(), members.notices(author), file.blockAt(now));
    }

    private static @Nullable Listing listing(SessionId session, Index latest, Instant now) {
        return latest.session(session)
                .map(known -> Listing.at(now, known.card()))
                .orElse(null);
    }

    private Context context(Subject subject, Index latest, Instant now) {
        return switch (subject) {
            case Subject.OfSession(var session) -> new Context(listing(session, latest, now), null, List.of());
            case Subject.OfVenue(var venue) ->
                new Context(null, latest.venue(venue).map(Versioned::value).orElse(null), List.of());
            case Subject.OfReview(var session, var number) ->
                new Context(
                        listing(session, latest, now),
                        null,
                        reviews.find(session, number).stream()
                                .map(Versioned::value)
                                .toList());
            case Subject.HeldReviews(var session) ->
                new Context(
                        listing(session, latest, now),
                        null,
                        reviews.notShown(session).stream()
                                .map(Versioned::value)
                                .filter(review -> review.visibility() == Visibility.HELD)
                                .toList());
        };
    }
}
