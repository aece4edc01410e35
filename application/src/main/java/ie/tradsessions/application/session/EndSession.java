package ie.tradsessions.application.session;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.session.SessionEditor.Edit;
import ie.tradsessions.application.session.SessionEditor.Next;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Ends a session: it has no more nights from a date on. {@link ChangeSession} takes that back. Its organiser may, and
 * moderators.
 */
public final class EndSession {
    private final SessionEditor editor;
    private final KnownVenues venues;

    public EndSession(MemberRequests requests, Sessions sessions, KnownVenues venues) {
        editor = new SessionEditor(requests, sessions);
        this.venues = venues;
    }

    /**
     * @param expectedVersion the version that was seen
     * @param on the first date without a night, or null for tonight's at the venue
     */
    public record Command(
            Identity who,
            SessionId session,
            long expectedVersion,
            @Nullable LocalDate on) {}

    public SessionEdit end(Command command) {
        return editor.carryOut(new Edit<SessionEdit>(
                command.who(),
                command.session(),
                command.expectedVersion(),
                Rights::change,
                edit -> edit,
                (session, now) -> new Next.Is<>(
                        session.withTimetable(session.timetable().withEnd(date(command, session, now))))));
    }

    private LocalDate date(Command command, Session session, Instant now) {
        LocalDate on = command.on();
        // A venue that is not known has no clock.
        ZoneId zone = venues.find(session.venue()).map(Venue::timeZone).orElse(ZoneOffset.UTC);
        return on != null ? on : Night.of(now, zone);
    }
}
