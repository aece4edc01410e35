package ie.tradsessions.application.session;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is said of a session: all of it at once, as whoever changes it saw it. Nights that were cancelled or
 * moved stay so where the new schedule has them too.
 */
public final class ChangeSession {
    private final Sessions sessions;
    private final Venues venues;

    public ChangeSession(Sessions sessions, Venues venues) {
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
            @Nullable String name,
            Schedule schedule,
            @Nullable LocalDate endedOn,
            Etiquette etiquette,
            Set<Instrument> instruments,
            @Nullable String craic) {}

    public sealed interface Outcome {
        record Changed(long version) implements Outcome {}

        record NoSuchSession(SessionId session) implements Outcome {}

        record NoSuchVenue(VenueId venue) implements Outcome {}

        /** Somebody else changed it in the meantime; nothing was stored. */
        record Stale(long version) implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if what is told is not of a session */
    public Outcome change(Command command) {
        Optional<Versioned<Session>> found = sessions.find(command.session());
        if (found.isEmpty()) {
            return new Outcome.NoSuchSession(command.session());
        }
        if (venues.find(command.venue()).isEmpty()) {
            return new Outcome.NoSuchVenue(command.venue());
        }
        Session session = found.get().value();
        Timetable kept = session.timetable().with(command.schedule());
        Session changed = new Session(
                session.id(),
                command.venue(),
                command.name(),
                new Timetable(kept.schedule(), kept.changes(), command.endedOn()),
                command.etiquette(),
                command.instruments(),
                command.craic(),
                session.shared(),
                session.sample());
        return switch (sessions.save(changed, command.expectedVersion())) {
            case SaveOutcome.Saved(var version) -> new Outcome.Changed(version);
            case SaveOutcome.Stale(var version) -> new Outcome.Stale(version);
        };
    }
}
