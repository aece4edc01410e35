package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;
import java.util.function.Consumer;

final class InMemoryVenues extends InMemoryAggregates<VenueId, Venue> implements Venues {
    InMemoryVenues(InMemoryStore store, InMemoryJournal journal, Consumer<StoredAggregate> saved) {
        super(store, journal, saved);
    }

    @Override
    AggregateKey key(VenueId id) {
        return AggregateKey.of(id);
    }

    @Override
    StoredAggregate stored(Venue venue, long version) {
        return new StoredAggregate.OfVenue(venue, version);
    }

    @Override
    Optional<Versioned<Venue>> read(StoredAggregate stored) {
        return stored instanceof StoredAggregate.OfVenue(var venue, var version)
                ? Optional.of(new Versioned<>(venue, version))
                : Optional.empty();
    }
}
