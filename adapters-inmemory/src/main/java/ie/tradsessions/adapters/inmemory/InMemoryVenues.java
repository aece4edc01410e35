package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;

public final class InMemoryVenues implements Venues {
    private final InMemoryStore store;

    public InMemoryVenues(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Versioned<Venue>> find(VenueId id) {
        return store.venue(id);
    }

    @Override
    public SaveOutcome save(Venue venue, long expectedVersion) {
        return store.save(venue, expectedVersion);
    }
}
