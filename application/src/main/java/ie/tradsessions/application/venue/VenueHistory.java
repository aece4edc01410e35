package ie.tradsessions.application.venue;

import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;

/** What members changed of venues; {@link ie.tradsessions.application.Changes} keep it. Every read is up to date. */
public interface VenueHistory {
    /** The most that {@link #of} shows. */
    int MAX_SHOWN = 50;

    /** The latest changes of a venue, newest first, at most {@value #MAX_SHOWN}. */
    List<VenueChange> of(VenueId venue);

    /** All changes of a venue that a member made, however long ago, newest first. */
    List<VenueChange> by(MemberId member, VenueId venue);
}
