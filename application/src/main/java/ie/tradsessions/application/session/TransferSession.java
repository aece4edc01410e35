package ie.tradsessions.application.session;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.opinion.Feedbacks;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;

/**
 * Stores a session of a data set whole, with its identifier and with what players said of it. Doing so again changes
 * nothing. What members decided here stays: who organises it, whether it is offered to another organiser, and that it is
 * taken down; such a session is not changed at all. Neither is one that a member organises, unless the data set speaks for
 * that member: the word of whoever keeps a session counts for more than a file's.
 */
public final class TransferSession {
    private final Sessions sessions;
    private final Feedbacks feedbacks;
    private final KnownVenues venues;
    private final TakenDown takenDown;

    public TransferSession(Sessions sessions, Feedbacks feedbacks, KnownVenues venues, SearchIndex index) {
        this.sessions = sessions;
        this.feedbacks = feedbacks;
        this.venues = venues;
        takenDown = new TakenDown(index);
    }

    /**
     * @param feedback what players said of its nights; where nobody has said anything, what is stored stays. Ratings are
     *     counted from the reviews that are stored, and not taken from it
     */
    public record Command(Session session, Feedback feedback) {}

    public sealed interface Outcome extends ImportSession.Outcome {
        record Added(SessionId id) implements Outcome {}

        /** @param before equal to {@code now} where only what players said of it is new */
        record Updated(Session before, Session now) implements Outcome {}

        record Unchanged(SessionId id) implements Outcome {}

        /**
         * The data set says something else of it than its organiser, which stays.
         *
         * @param told as the data set would have it
         */
        record KeptByOrganiser(Session now, Session told) implements Outcome {}

        /** Nothing was stored. */
        record NoSuchVenue(VenueId venue) implements Outcome {}

        /** Its players asked that it is not listed, or a moderator has removed it; nothing was stored. */
        record IsTakenDown() implements Outcome {}
    }

    public Outcome transfer(Command command) {
        Optional<Venue> venue = venues.find(command.session().venue());
        if (venue.isEmpty()) {
            return new Outcome.NoSuchVenue(command.session().venue());
        }
        Session session = command.session().withVenue(venue.get().id());
        return Attempts.untilSaved("session " + session.id(), failed -> attempt(session, command.feedback()));
    }

    /** Empty where somebody else was faster. */
    private Optional<Outcome> attempt(Session told, Feedback feedback) {
        Optional<Versioned<Session>> known = sessions.find(told.id());
        Session before = known.map(Versioned::value).orElse(null);
        if ((before != null && before.isTakenDown())
                || takenDown.bringsBack(told.venue(), told.timetable().schedule(), before)) {
            return Optional.of(new Outcome.IsTakenDown());
        }
        Session session = before == null ? told : kept(told, before);
        if (before != null && isOrganisedByAnother(before, told) && !saysTheSame(session, before)) {
            store(feedback);
            return Optional.of(new Outcome.KeptByOrganiser(before, session));
        }
        if (!session.equals(before)
                && !saved(sessions.save(session, known.map(Versioned::version).orElse(SaveOutcome.NEW)))) {
            boolean removed = before == null && sessions.find(told.id()).isEmpty();
            return removed ? Optional.of(new Outcome.IsTakenDown()) : Optional.empty();
        }
        boolean feedbackChanged = store(feedback);
        if (before == null) {
            return Optional.of(new Outcome.Added(session.id()));
        }
        return Optional.of(
                saysTheSame(session, before) && !feedbackChanged
                        ? new Outcome.Unchanged(session.id())
                        : new Outcome.Updated(before, session));
    }

    /** Who shared it stays too, unless a data set names somebody. */
    private static Session kept(Session told, Session before) {
        Session kept = told.keptAs(before);
        return told.shared().by() instanceof Author.Named
                ? kept
                : kept.withShared(new Shared(before.shared().by(), told.shared().at()));
    }

    private static boolean isOrganisedByAnother(Session before, Session told) {
        return before.organiser() != null && !before.organiser().equals(told.organiser());
    }

    /** Where it was imported from is nothing that it says. */
    private static boolean saysTheSame(Session session, Session before) {
        Origin origin = session.origin();
        return session.equals(origin == null ? before : before.importedFrom(origin));
    }

    /** Whether the feedback was another than the one stored. */
    private boolean store(Feedback feedback) {
        if (feedback.isNone()) {
            return false;
        }
        return Attempts.untilSaved("feedback of " + feedback.session(), failed -> {
            Optional<Versioned<Feedback>> known = feedbacks.find(feedback.session());
            Feedback next = feedback.keptAs(known.map(Versioned::value).orElse(Feedback.none(feedback.session())));
            if (known.map(Versioned::value).filter(next::equals).isPresent()) {
                return Optional.of(false);
            }
            return saved(feedbacks.save(next, known.map(Versioned::version).orElse(SaveOutcome.NEW)))
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    private static boolean saved(SaveOutcome outcome) {
        return outcome instanceof SaveOutcome.Saved;
    }
}
