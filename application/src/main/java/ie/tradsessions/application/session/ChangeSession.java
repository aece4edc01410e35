package ie.tradsessions.application.session;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.session.SessionEditor.Edit;
import ie.tradsessions.application.session.SessionEditor.Next;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionDescription;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is said of a session: all of it at once, as whoever changes it saw it. Nights that were cancelled or
 * moved stay so where the new schedule has them too. Its organiser may, and moderators.
 */
public final class ChangeSession {
    private final SessionEditor editor;
    private final KnownVenues venues;
    private final TakenDown takenDown;

    public ChangeSession(MemberRequests requests, Sessions sessions, KnownVenues venues, SearchIndex index) {
        editor = new SessionEditor(requests, sessions);
        this.venues = venues;
        takenDown = new TakenDown(index);
    }

    /**
     * @param expectedVersion the version that was seen
     * @param endedOn the date from which there are no more nights, or null while it goes on
     */
    public record Command(
            Identity who,
            SessionId session,
            long expectedVersion,
            VenueId venue,
            SessionDescription description,
            Schedule schedule,
            @Nullable LocalDate endedOn) {}

    public sealed interface Outcome permits SessionEdit, Outcome.NoSuchVenue, Outcome.IsTakenDown {
        record NoSuchVenue(VenueId venue) implements Outcome {}

        /** It would be one whose players asked that it is not listed; nothing was stored. */
        record IsTakenDown() implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if the schedule has no night at all */
    public Outcome change(Command command) {
        return editor.carryOut(new Edit<Outcome>(
                command.who(),
                command.session(),
                command.expectedVersion(),
                Rights::change,
                edit -> edit,
                (session, now) -> changed(session, command)));
    }

    private Next<Outcome> changed(Session session, Command command) {
        Optional<VenueId> venue = venues.find(command.venue()).map(Venue::id);
        if (venue.isEmpty()) {
            return new Next.Refused<>(new Outcome.NoSuchVenue(command.venue()));
        }
        if (takenDown.bringsBack(venue.get(), command.schedule(), session)) {
            return new Next.Refused<>(new Outcome.IsTakenDown());
        }
        return new Next.Is<>(session.withVenue(venue.get())
                .withDescription(command.description())
                .withTimetable(session.timetable().with(command.schedule()).withEnd(command.endedOn())));
    }
}
