package ie.tradsessions.application.session;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.session.SessionEditor.Edit;
import ie.tradsessions.application.session.SessionEditor.Next;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Says of one night of a session that it is cancelled, moved, or on after all; of an irregular session, that there is one.
 * Its organiser may, and moderators.
 */
public final class SetOccurrence {
    private final SessionEditor editor;
    private final KnownVenues venues;

    public SetOccurrence(MemberRequests requests, Sessions sessions, KnownVenues venues) {
        editor = new SessionEditor(requests, sessions);
        this.venues = venues;
    }

    /** @param expectedVersion the version of the session that was seen */
    public record Command(
            Identity who, SessionId session, long expectedVersion, LocalDate date, OccurrenceStatus status) {}

    public sealed interface Outcome permits SessionEdit, Outcome.NoSuchVenue, Outcome.NotANight {
        record NoSuchVenue(VenueId venue) implements Outcome {}

        /** The session has no night on that date. */
        record NotANight(LocalDate date) implements Outcome {}
    }

    public Outcome set(Command command) {
        return editor.carryOut(new Edit<Outcome>(
                command.who(),
                command.session(),
                command.expectedVersion(),
                Rights::change,
                edit -> edit,
                (session, now) -> changed(session, command)));
    }

    private Next<Outcome> changed(Session session, Command command) {
        if (!session.timetable().mayChange(command.date())) {
            return new Next.Refused<>(new Outcome.NotANight(command.date()));
        }
        OccurrenceStatus status = command.status();
        if (status instanceof OccurrenceStatus.Moved(var to, var at, var note) && to != null) {
            Optional<Venue> venue = venues.find(to);
            if (venue.isEmpty()) {
                return new Next.Refused<>(new Outcome.NoSuchVenue(to));
            }
            status = new OccurrenceStatus.Moved(venue.get().id(), at, note);
        }
        return new Next.Is<>(session.withNight(command.date(), status));
    }
}
