package ie.tradsessions.application.venue;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;

/** The venues that something may refer to. The index knows almost all of them, and costs nothing. */
public final class KnownVenues {
    private final SearchIndex index;
    private final Venues venues;

    public KnownVenues(SearchIndex index, Venues venues) {
        this.index = index;
        this.venues = venues;
    }

    public Optional<Venue> find(VenueId id) {
        return index.current().venue(id).or(() -> venues.find(id)).map(Versioned::value);
    }
}
