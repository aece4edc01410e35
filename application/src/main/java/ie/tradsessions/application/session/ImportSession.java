package ie.tradsessions.application.session;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionDescription;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Imports a session that a data set describes. Importing it again changes nothing. Of a session that is known, nights
 * that were cancelled or moved stay so where the schedule still has them, and so does who shared it and when, unless
 * the data set says otherwise. One that a member organises stays as it is.
 */
public final class ImportSession {
    private final TransferSession transferSession;
    private final Sessions sessions;
    private final KnownVenues venues;
    private final InstantSource clock;

    public ImportSession(TransferSession transferSession, Sessions sessions, KnownVenues venues, InstantSource clock) {
        this.transferSession = transferSession;
        this.sessions = sessions;
        this.venues = venues;
        this.clock = clock;
    }

    /**
     * @param session which session it is; see {@link IdentifySessions}
     * @param origin the record; where it has no key, one that the session has stays
     * @param attribution how the data set says who shared the session
     */
    public record Command(
            SessionId session,
            Origin origin,
            VenueId venue,
            SessionDescription description,
            Schedule schedule,
            Attribution attribution) {}

    /**
     * Who shared a session, and when.
     *
     * @param by as the data set says, or null where it does not
     * @param on as the data set says, or null where it does not
     * @param datasetName who else is named, cut to the length of a person's name
     */
    public record Attribution(@Nullable String by, @Nullable LocalDate on, String datasetName) {}

    public sealed interface Outcome permits TransferSession.Outcome, Outcome.SharedInFuture {
        /** Nothing was stored. */
        record SharedInFuture(LocalDate on) implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if the name of who shared it is not allowed; nothing is stored then */
    public Outcome importSession(Command command) {
        Optional<Venue> venue = venues.find(command.venue());
        if (venue.isEmpty()) {
            return new TransferSession.Outcome.NoSuchVenue(command.venue());
        }
        ZoneId zone = venue.get().timeZone();
        Instant now = clock.instant();
        Attribution attribution = command.attribution();
        LocalDate sharedOn = attribution.on();
        if (sharedOn != null && sharedOn.isAfter(LocalDate.ofInstant(now, zone))) {
            return new Outcome.SharedInFuture(sharedOn);
        }
        SessionId id = command.session();
        Optional<Session> known = sessions.find(id).map(Versioned::value);
        Timetable timetable = known.map(before -> before.timetable().with(command.schedule()))
                .orElseGet(() -> Timetable.of(command.schedule()));
        Shared shared = shared(attribution, known.map(Session::shared), now, zone);
        Session session = Session.of(id, command.venue(), command.description(), timetable, shared)
                .importedFrom(origin(command.origin(), known.map(Session::origin)));
        return transferSession.transfer(new TransferSession.Command(session, Feedback.none(id)));
    }

    private static Origin origin(Origin record, Optional<Origin> before) {
        return record.key() != null
                ? record
                : before.filter(known -> known.dataset().equals(record.dataset()))
                        .orElse(record);
    }

    private static Shared shared(Attribution attribution, Optional<Shared> before, Instant now, ZoneId zone) {
        String name = attribution.by();
        Author by = name != null
                ? new Author.Named(name)
                : before.map(Shared::by).orElseGet(() -> new Author.Named(cut(attribution.datasetName())));
        LocalDate on = attribution.on();
        return on == null ? new Shared(by, before.map(Shared::at).orElse(now)) : Shared.on(on, zone, by);
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), Author.MAX_NAME_LENGTH));
    }
}
