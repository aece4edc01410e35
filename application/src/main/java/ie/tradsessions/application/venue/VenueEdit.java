package ie.tradsessions.application.venue;

import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.domain.venue.VenueId;

/** The outcome of correcting one venue. Those that only undoing has are added by its use case. */
public sealed interface VenueEdit extends UndoVenueChange.Outcome {
    /** @param version as it is now; as it was where nothing had to change */
    record Changed(long version) implements VenueEdit {}

    record NoSuchVenue(VenueId venue) implements VenueEdit {}

    /** Somebody else changed it in the meantime; nothing was stored. */
    record Stale(long version) implements VenueEdit {}

    record Refused(Refusal why) implements VenueEdit {}
}
