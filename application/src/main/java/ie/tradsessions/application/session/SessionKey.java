package ie.tradsessions.application.session;

import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;

/**
 * What identifies a session in a data set. Two records with one key are of one session, and the session has one
 * identifier in every store.
 */
public record SessionKey(String dataset, String key) {
    /**
     * For a data set that gives no key: its sessions differ in venue, recurrence or start. The session keeps the
     * identifier that follows from these when one of them is changed.
     */
    public static SessionKey derivedFrom(String dataset, VenueId venue, Schedule schedule) {
        return new SessionKey(dataset, venue + " " + schedule.recurrence() + " " + schedule.start());
    }

    public SessionId toId() {
        return new SessionId(Identifier.derivedFrom("session " + dataset + " " + key));
    }
}
