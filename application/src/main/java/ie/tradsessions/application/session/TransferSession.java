package ie.tradsessions.application.session;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.feedback.Feedbacks;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;

/**
 * Stores a session of a data set whole, with its identifier and with what players said of it. Doing so again changes
 * nothing.
 */
public final class TransferSession {
    private final Sessions sessions;
    private final Feedbacks feedbacks;
    private final KnownVenues venues;

    public TransferSession(Sessions sessions, Feedbacks feedbacks, KnownVenues venues) {
        this.sessions = sessions;
        this.feedbacks = feedbacks;
        this.venues = venues;
    }

    /** @param feedback what players said of it; where nobody has said anything, what is stored stays */
    public record Command(Session session, Feedback feedback) {}

    public sealed interface Outcome extends ImportSession.Outcome {
        record Added(SessionId id) implements Outcome {}

        /** @param before equal to {@code now} where only what players said of it is new */
        record Updated(Session before, Session now) implements Outcome {}

        record Unchanged(SessionId id) implements Outcome {}

        /** Nothing was stored. */
        record NoSuchVenue(VenueId venue) implements Outcome {}
    }

    public Outcome transfer(Command command) {
        Session session = command.session();
        if (venues.find(session.venue()).isEmpty()) {
            return new Outcome.NoSuchVenue(session.venue());
        }
        return Attempts.untilSaved("session " + session.id(), failed -> attempt(session, command.feedback()));
    }

    /** Empty where somebody else was faster. */
    private Optional<Outcome> attempt(Session session, Feedback feedback) {
        Optional<Versioned<Session>> known = sessions.find(session.id());
        Session before = known.map(Versioned::value).orElse(null);
        if (!session.equals(before)
                && !saved(sessions.save(session, known.map(Versioned::version).orElse(SaveOutcome.NEW)))) {
            return Optional.empty();
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
            if (known.map(Versioned::value).filter(feedback::equals).isPresent()) {
                return Optional.of(false);
            }
            return saved(feedbacks.save(feedback, known.map(Versioned::version).orElse(SaveOutcome.NEW)))
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }

    private static boolean saved(SaveOutcome outcome) {
        return outcome instanceof SaveOutcome.Saved;
    }
}
