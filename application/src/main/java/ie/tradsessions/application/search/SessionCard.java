package ie.tradsessions.application.search;

import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.PastNights;
import ie.tradsessions.domain.feedback.SignsOfLife;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As much of a session as a list shows. It holds nothing that the passing of time changes, so it may be kept.
 *
 * @param name the session's own name, or null where it goes by the venue's
 * @param knownSince the night from which its past nights are known; see {@link PastNights}
 * @param movedTo the venues to which nights of it are moved
 */
public record SessionCard(
        SessionId id,
        @Nullable String name,
        VenueSummary venue,
        Timetable timetable,
        Etiquette etiquette,
        SignsOfLife signs,
        LocalDate knownSince,
        RatingSummary ratings,
        Map<VenueId, VenueSummary> movedTo,
        boolean sample) {
    public SessionCard {
        movedTo = Map.copyOf(movedTo);
    }

    public static SessionCard of(Session session, Venue venue, Feedback feedback, Map<VenueId, VenueSummary> movedTo) {
        LocalDate sharedOn = session.shared().at().atZone(venue.timeZone()).toLocalDate();
        return new SessionCard(
                session.id(),
                session.name(),
                VenueSummary.of(venue),
                session.timetable(),
                session.etiquette(),
                feedback.signs(sharedOn, session.timetable()),
                PastNights.of(
                                session.timetable(),
                                Night.of(session.shared().at(), venue.timeZone()),
                                feedback.firstNight())
                        .since(),
                feedback.ratings(),
                movedTo,
                session.sample());
    }
}
