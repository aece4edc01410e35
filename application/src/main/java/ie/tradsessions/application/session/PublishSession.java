package ie.tradsessions.application.session;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionDescription;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Publishes a session at a venue that is known. Two sessions at one venue are two sessions. */
public final class PublishSession {
    private final Sessions sessions;
    private final KnownVenues venues;
    private final InstantSource clock;
    private final Supplier<SessionId> newId;

    /** @param newId gives an identifier that no session has */
    public PublishSession(Sessions sessions, KnownVenues venues, InstantSource clock, Supplier<SessionId> newId) {
        this.sessions = sessions;
        this.venues = venues;
        this.clock = clock;
        this.newId = newId;
    }

    /** @param sharedBy the name under which the person who shares it is known here */
    public record Command(VenueId venue, SessionDescription description, Schedule schedule, String sharedBy) {}

    public sealed interface Outcome {
        record Published(SessionId id) implements Outcome {}

        record NoSuchVenue(VenueId venue) implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if the name of who shares it is not allowed */
    public Outcome publish(Command command) {
        if (venues.find(command.venue()).isEmpty()) {
            return new Outcome.NoSuchVenue(command.venue());
        }
        Session session = Session.of(
                newId.get(),
                command.venue(),
                command.description(),
                Timetable.of(command.schedule()),
                new Shared(command.sharedBy(), clock.instant()));
        return switch (sessions.save(session, SaveOutcome.NEW)) {
            case SaveOutcome.Saved saved -> new Outcome.Published(session.id());
            case SaveOutcome.Stale stale ->
                throw new IllegalStateException("a new identifier is taken: " + session.id());
        };
    }
}
