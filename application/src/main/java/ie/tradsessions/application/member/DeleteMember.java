package ie.tradsessions.application.member;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.moderation.Cases;
import ie.tradsessions.application.moderation.Notices;
import ie.tradsessions.application.opinion.Feedbacks;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.application.opinion.Voices;
import ie.tradsessions.application.review.ReviewSteps;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.application.venue.VenueHistory;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.member.Contributions;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.HandOver;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Forgets a member. What others see says "a former member" then; sessions go on without an organiser, and are offered to
 * another one if the member wishes. What is kept of the member goes last: whoever is interrupted begins again, and
 * nothing is left over. It counts against no quota, since nobody is to be kept here.
 */
public final class DeleteMember {
    private final Members members;
    private final Sessions sessions;
    private final VenueHistory history;
    private final Feedbacks feedbacks;
    private final Voices voices;
    private final Reviews reviews;
    private final KnownVenues venues;
    private final Notices notices;
    private final Changes changes;
    private final MemberNames names;
    private final InstantSource clock;
    private final Supplier<Secret> newCode;

    /**
     * @param names are told that there is none any more
     * @param newCode gives one that nobody can guess
     */
    public DeleteMember(
            Members members,
            Sessions sessions,
            VenueHistory history,
            Feedbacks feedbacks,
            Voices voices,
            Reviews reviews,
            KnownVenues venues,
            Cases cases,
            Changes changes,
            MemberNames names,
            InstantSource clock,
            Supplier<Secret> newCode) {
        this.members = members;
        this.sessions = sessions;
        this.history = history;
        this.feedbacks = feedbacks;
        this.voices = voices;
        this.reviews = reviews;
        this.venues = venues;
        notices = new Notices(members, cases, changes);
        this.changes = changes;
        this.names = names;
        this.clock = clock;
        this.newCode = newCode;
    }

    /** What becomes of the sessions that the member organises. */
    public enum Fate {
        /**
         * Whoever comes first may take them over. One that was offered before stays so, to whoever was told the code: a
         * member can offer each, note the codes and then leave, and loses none if an answer is lost.
         */
        ORPHAN,
        /**
         * Whoever is told a new code may, for two weeks; then whoever comes first. The codes are lost with the answer,
         * since nothing is kept by which it could be given again.
         */
        HAND_OVER
    }

    /** What becomes of the reviews that the member wrote. */
    public enum ReviewFate {
        /** They stay, by a former member. */
        KEEP,
        REMOVE
    }

    public record Command(Identity who, Fate sessions, ReviewFate reviews) {}

    /** @param offers of the sessions that are handed over, in the order of their identifiers */
    public record Deleted(List<Offer> offers) {
        public Deleted {
            offers = List.copyOf(offers);
        }
    }

    /**
     * @param name the session's own name or, where it has none, the venue's
     * @param code is told here and never again
     */
    public record Offer(SessionId session, String name, Secret code) {}

    public Deleted delete(Command command) {
        MemberId member = command.who().member();
        Map<SessionId, Offer> offers = new TreeMap<>();
        Attempts.untilSaved("what is kept of " + member, failed -> {
            MemberFile file = members.of(member, ReadConsistency.STRONG);
            Contributions contributions = file.activity().value().contributions();
            for (SessionId session : contributions.sessions()) {
                leave(session, command, contributions).ifPresent(offer -> offers.put(session, offer));
            }
            for (VenueId venue : contributions.changedVenues()) {
                forget(member, venue);
            }
            for (Versioned<Voice> spoken : voices.of(member)) {
                silence(command, spoken.value().session());
            }
            notices.forget(member);
            return drop(member, file);
        });
        names.forgotten(member);
        return new Deleted(List.copyOf(offers.values()));
    }

    private Optional<Offer> leave(SessionId id, Command command, Contributions contributions) {
        return Attempts.untilSaved("session " + id, failed -> {
            Optional<Versioned<Session>> found = sessions.find(id);
            if (found.isEmpty()) {
                return Optional.of(Optional.empty());
            }
            Session session = found.get().value();
            Session left = session;
            if (session.shared().isBy(command.who().member())) {
                left = left.withShared(session.shared().byFormerMember());
            }
            Optional<Offer> offer = Optional.empty();
            if (isLeftBy(command.who().member(), session, contributions)) {
                left = left.organisedBy(null).offered(session.handOver());
                if (command.sessions() == Fate.HAND_OVER && !session.isTakenDown()) {
                    Secret code = newCode.get();
                    left = left.offered(HandOver.from(clock.instant(), code));
                    offer = Optional.of(new Offer(id, nameOf(session), code));
                }
            }
            return left.equals(session) || saved(left, found.get().version()) ? Optional.of(offer) : Optional.empty();
        });
    }

    /** Also where an earlier attempt was interrupted, whose codes nobody has been told. */
    private static boolean isLeftBy(MemberId member, Session session, Contributions contributions) {
        return session.isOrganisedBy(member)
                || (session.organiser() == null && contributions.organised().contains(session.id()));
    }

    private boolean saved(Session session, long version) {
        List<Change> save = List.of(new Change.Save(new StoredAggregate.OfSession(session, version + 1)));
        return changes.save(save) instanceof ChangeOutcome.Saved;
    }

    private String nameOf(Session session) {
        String own = session.name();
        return own != null ? own : venues.find(session.venue()).map(Venue::name).orElse("");
    }

    private void forget(MemberId member, VenueId venue) {
        for (VenueChange change : history.by(member, venue)) {
            changes.save(List.of(new Change.KeepVenueChange(change.byFormerMember())));
        }
    }

    /** What was counted stays counted; that the member said it is forgotten. */
    private void silence(Command command, SessionId session) {
        MemberId member = command.who().member();
        Attempts.untilSaved("what is said of session " + session, failed -> {
            Versioned<Feedback> stored =
                    feedbacks.find(session).orElseGet(() -> new Versioned<>(Feedback.none(session), SaveOutcome.NEW));
            Versioned<Voice> spoken = voices.of(member, session);
            Feedback next = stored.value().withoutMember(member);
            ReviewSteps steps = ReviewSteps.none(session);
            Integer number = spoken.value().review();
            if (number != null) {
                Versioned<Review> review = ReviewSteps.named(session, number, reviews);
                boolean kept = command.reviews() == ReviewFate.KEEP;
                steps = steps.with(review, kept ? review.value().byFormerMember() : null);
                Tally tally = steps.tally(next.tally(), reviews);
                next = next.with(kept ? tally : tally.with(tally.burst().without(number)));
            }
            List<Change> all = new ArrayList<>(steps.changes());
            if (!next.equals(stored.value()) || !all.isEmpty()) {
                all.add(new Change.Save(new StoredAggregate.OfFeedback(next, stored.version() + 1)));
            }
            all.add(new Change.DropVoice(member, session, spoken.version()));
            return changes.save(all) instanceof ChangeOutcome.Saved ? Optional.of(true) : Optional.empty();
        });
    }

    /** Empty where the member has done something in the meantime. */
    private Optional<Boolean> drop(MemberId member, MemberFile file) {
        List<Change> all = new ArrayList<>();
        all.add(new Change.Drop(member, Change.Part.PROFILE, file.profileVersion()));
        all.add(new Change.Drop(
                member, Change.Part.FAVOURITES, file.favourites().version()));
        all.add(new Change.Drop(member, Change.Part.ACTIVITY, file.activity().version()));
        // Whoever is blocked does not get around that by leaving and coming back.
        if (file.blockAt(clock.instant()) == null) {
            all.add(new Change.Drop(member, Change.Part.BLOCK, file.blockVersion()));
        }
        return changes.save(all) instanceof ChangeOutcome.Saved ? Optional.of(true) : Optional.empty();
    }
}
