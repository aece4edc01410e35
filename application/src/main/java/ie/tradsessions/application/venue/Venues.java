package ie.tradsessions.application.venue;

import ie.tradsessions.application.AggregateStore;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;

/** All venues. */
public interface Venues extends AggregateStore<VenueId, Venue> {}
