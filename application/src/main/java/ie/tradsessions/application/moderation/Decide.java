package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.moderation.Effect.Changed;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a subject: carries out what was decided, tells its author, and keeps the decision in the log. What
 * concerns one thing is one transaction. What concerns several, as held reviews or the sessions of a merged venue, is
 * several: a merge closes the case with the first of them, held reviews with the last. Whoever was interrupted decides the
 * same once more, and the rest is done. No quota counts what moderators decide.
 */
public final class Decide {
    private final Cases cases;
    private final SessionDecisions ofSessions;
    private final ReviewDecisions ofReviews;
    private final VenueDecisions ofVenues;
    private final Following following;
    private final SearchIndex index;
    private final InstantSource clock;

    public Decide(Storage storage, SearchIndex index, InstantSource clock) {
        cases = storage.cases();
        following = new Following(storage.members(), storage.changes());
        ofSessions = new SessionDecisions(storage.sessions());
        ofReviews =
                new ReviewDecisions(storage.reviews(), storage.feedbacks(), storage.voices(), following, index, clock);
        ofVenues = new VenueDecisions(storage.venues(), index, new VenueMerging(storage, index, clock));
        this.index = index;
        this.clock = clock;
    }

    /**
     * @param note what the author is told, and other moderators
     * @param expectedVersion that of the case that was seen; 0 where there was none
     */
    public record Command(Identity who, Subject subject, Decision decision, String note, long expectedVersion) {}

    public sealed interface Outcome {
        /** @param version the case's */
        record Done(long version) implements Outcome {}

        /** Only moderators may. */
        record NotAllowed() implements Outcome {}

        /** It is gone: all that is left to decide about it is to keep it so. */
        record NoSuchSubject(Subject subject) implements Outcome {}

        /** @param allowed what goes with this subject */
        record DoesNotGo(Set<Decision.Kind> allowed) implements Outcome {}

        /** There is no member whom one could block. */
        record NoAuthor() implements Outcome {}

        /** A venue at which sessions are is not removed; it may be merged. */
        record VenueHasSessions(int sessions) implements Outcome {}

        /** There is none into which to merge. */
        record NoSuchVenue(VenueId venue) implements Outcome {}

        /** One of the two was merged before. */
        record IsMerged(VenueId venue, VenueId into) implements Outcome {}

        /** Somebody else has decided it in the meantime. */
        record DecidedMeanwhile(Decided decided) implements Outcome {}

        /** The case was changed in the meantime, and waits still. */
        record Stale(long version) implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if the note is empty or too long */
    public Outcome decide(Command command) {
        if (!command.who().moderator()) {
            return new Outcome.NotAllowed();
        }
        Set<Decision.Kind> allowed = Decision.allowedFor(command.subject());
        if (!allowed.contains(command.decision().kind())) {
            return new Outcome.DoesNotGo(allowed);
        }
        Outcome outcome = Attempts.untilSaved("case of " + command.subject(), failed -> attempt(command));
        if (outcome instanceof Outcome.Done) {
            ofVenues.finish(command.subject(), command.decision());
        }
        return outcome;
    }

    /** Empty where somebody else was faster. */
    private Optional<Outcome> attempt(Command command) {
        Optional<Versioned<Case>> known = cases.find(command.subject());
        long version = known.map(Versioned::version).orElse(0L);
        Decided decided = new Decided(command.decision(), command.note(), clock.instant());
        if (version != command.expectedVersion()) {
            return Optional.of(changedMeanwhile(known, version, decided, command.expectedVersion()));
        }
        Case before = known.map(Versioned::value).orElse(null);
        Occasion occasion = new Occasion(command.who().member(), command.subject(), decided, before);
        return switch (effect(occasion)) {
            case Effect.Refused(var why) -> Optional.of(why);
            case Changed changed -> closed(occasion, changed, known.orElse(null));
        };
    }

    private static Outcome changedMeanwhile(
            Optional<Versioned<Case>> known, long version, Decided decided, long expectedVersion) {
        Decided last = known.map(Versioned::value)
                .filter(its -> !its.isOpen())
                .flatMap(Case::lastDecision)
                .orElse(null);
        if (last == null) {
            return new Outcome.Stale(version);
        }
        boolean lostItsAnswer = version == expectedVersion + 1
                && last.decision().equals(decided.decision())
                && last.note().equals(decided.note());
        return lostItsAnswer ? new Outcome.Done(version) : new Outcome.DecidedMeanwhile(last);
    }

    private Effect effect(Occasion occasion) {
        return switch (occasion.subject()) {
            case Subject.OfSession(var session) -> ofSessions.effect(session, occasion);
            case Subject.OfReview(var session, var number) -> ofReviews.effect(session, number, occasion);
            case Subject.HeldReviews(var session) -> ofReviews.effectOnHeld(session, occasion);
            case Subject.OfVenue(var venue) -> ofVenues.effect(venue, occasion);
        };
    }

    private Optional<Outcome> closed(Occasion occasion, Changed effect, @Nullable Versioned<Case> before) {
        Case next = before == null
                ? Case.of(occasion.subject(), occasion.decided())
                : before.value().with(occasion.decided());
        Change.SaveCase closing = new Change.SaveCase(before, next);
        List<Change> all = new ArrayList<>(effect.changes());
        all.add(closing);
        if (!effect.logged()) {
            all.add(new Change.AppendDecision(occasion.logged(closing.version(), index.current())));
        }
        all.addAll(following.of(effect.author(), occasion));
        return following.saved(all) ? Optional.of(new Outcome.Done(closing.version())) : Optional.empty();
    }
}
