package ie.tradsessions.application.session;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;
import java.util.Optional;

/** Says of one night of a session that it is cancelled, moved, or on after all. */
public final class SetOccurrence {
    private final Sessions sessions;
    private final KnownVenues venues;

    public SetOccurrence(Sessions sessions, KnownVenues venues) {
        this.sessions = sessions;
        this.venues = venues;
    }

    /** @param expectedVersion the version of the session that was seen */
    public record Command(SessionId session, long expectedVersion, LocalDate date, OccurrenceStatus status) {}

    public sealed interface Outcome {
        record Set(long version) implements Outcome {}

        record NoSuchSession(SessionId session) implements Outcome {}

        record NoSuchVenue(VenueId venue) implements Outcome {}

        /** The session has no night on that date. */
        record NotANight(LocalDate date) implements Outcome {}

        /** Somebody else changed the session in the meantime; nothing was stored. */
        record Stale(long version) implements Outcome {}
    }

    public Outcome set(Command command) {
        Optional<Versioned<Session>> found = sessions.find(command.session());
        if (found.isEmpty()) {
            return new Outcome.NoSuchSession(command.session());
        }
        Session session = found.get().value();
        if (!session.timetable().mayChange(command.date())) {
            return new Outcome.NotANight(command.date());
        }
        if (command.status() instanceof OccurrenceStatus.Moved(var to, var at, var note)
                && to != null
                && venues.find(to).isEmpty()) {
            return new Outcome.NoSuchVenue(to);
        }
        Session changed = session.withNight(command.date(), command.status());
        return switch (sessions.save(changed, command.expectedVersion())) {
            case SaveOutcome.Saved(var version) -> new Outcome.Set(version);
            case SaveOutcome.Stale(var version) -> new Outcome.Stale(version);
        };
    }
}
