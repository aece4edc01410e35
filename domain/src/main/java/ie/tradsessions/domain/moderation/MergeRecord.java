package ie.tradsessions.domain.moderation;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * That a venue was merged into another one, so that it can be undone.
 *
 * @param moved the sessions that were moved, in the order in which they were
 * @param change the version of the other venue that took over what this one knew
 */
public record MergeRecord(VenueId from, VenueId into, List<SessionId> moved, Instant at, long change) {
    public MergeRecord {
        if (from.equals(into)) {
            throw new InvalidValue("into", "another venue");
        }
        moved = List.copyOf(moved);
        CalendarYears.checked("at", at);
    }

    public MergeRecord moving(SessionId session) {
        if (moved.contains(session)) {
            return this;
        }
        List<SessionId> all = new ArrayList<>(moved);
        all.add(session);
        return new MergeRecord(from, into, all, at, change);
    }

    /** A session is no longer to be moved back. */
    public MergeRecord without(SessionId session) {
        return new MergeRecord(
                from, into, moved.stream().filter(one -> !one.equals(session)).toList(), at, change);
    }
}
