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

    /** The venue or, where that was merged into another one, that one. */
    public Optional<Venue> find(VenueId id) {
        Optional<Venue> found = known(id);
        // Each merge goes into a venue that is not merged by then, so that nothing leads round in a circle.
        while (found.isPresent()) {
            VenueId into = found.get().mergedInto();
            if (into == null) {
                return found;
            }
            found = known(into);
        }
        return found;
    }

    private Optional<Venue> known(VenueId id) {
        return index.current().venue(id).or(() -> venues.find(id)).map(Versioned::value);
    }
}
