package ie.tradsessions.application.session;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionDescription;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is said of a session: all of it at once, as whoever changes it saw it. Nights that were cancelled or
 * moved stay so where the new schedule has them too.
 */
public final class ChangeSession {
    private final Sessions sessions;
    private final KnownVenues venues;

    public ChangeSession(Sessions sessions, KnownVenues venues) {
        this.sessions = sessions;
        this.venues = venues;
    }

    /**
     * @param expectedVersion the version that was seen
     * @param endedOn the date from which there are no more nights, or null while it goes on
     */
    public record Command(
            SessionId session,
            long expectedVersion,
            VenueId venue,
            SessionDescription description,
            Schedule schedule,
            @Nullable LocalDate endedOn) {}

    public sealed interface Outcome {
        record Changed(long version) implements Outcome {}

        record NoSuchSession(SessionId session) implements Outcome {}

        record NoSuchVenue(VenueId venue) implements Outcome {}

        /** Somebody else changed it in the meantime; nothing was stored. */
        record Stale(long version) implements Outcome {}
    }

    public Outcome change(Command command) {
        Optional<Versioned<Session>> found = sessions.find(command.session());
        if (found.isEmpty()) {
            return new Outcome.NoSuchSession(command.session());
        }
        if (venues.find(command.venue()).isEmpty()) {
            return new Outcome.NoSuchVenue(command.venue());
        }
        Session session = found.get().value();
        Session changed = session.withVenue(command.venue())
                .withDescription(command.description())
                .withTimetable(session.timetable().with(command.schedule()).withEnd(command.endedOn()));
        return switch (sessions.save(changed, command.expectedVersion())) {
            case SaveOutcome.Saved(var version) -> new Outcome.Changed(version);
            case SaveOutcome.Stale(var version) -> new Outcome.Stale(version);
        };
    }
}
