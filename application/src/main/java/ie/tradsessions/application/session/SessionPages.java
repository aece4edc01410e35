package ie.tradsessions.application.session;

import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers everything that one page shows, in one read. */
public interface SessionPages {
    /** The page of a session, also of one that has ended. */
    Optional<SessionPage> session(SessionId id);

    /** The page of a venue. */
    Optional<VenuePage> venue(VenueId id);

    /**
     * @param version the session's
     * @param movedTo the venues to which nights of it are moved
     */
    record SessionPage(
            long version, Session session, Venue venue, Feedback feedback, Map<VenueId, VenueSummary> movedTo) {
        public SessionPage {
            movedTo = Map.copyOf(movedTo);
        }
    }

    /**
     * @param version the venue's
     * @param sessions its sessions in the order of their identifiers, those that have ended too
     */
    record VenuePage(long version, Venue venue, List<SessionCard> sessions) {
        public VenuePage {
            sessions = List.copyOf(sessions);
        }
    }
}
