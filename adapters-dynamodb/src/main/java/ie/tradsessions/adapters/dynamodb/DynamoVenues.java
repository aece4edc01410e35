package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.AggregateItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;

final class DynamoVenues extends DynamoAggregates<VenueId, Venue> implements Venues {
    DynamoVenues(Table table, JournalWriter journal) {
        super(table, journal);
    }

    @Override
    AggregateKey key(VenueId id) {
        return AggregateKey.of(id);
    }

    @Override
    VenueId id(Venue venue) {
        return venue.id();
    }

    @Override
    Item item(Venue venue, long version) {
        return AggregateItems.item(venue, version);
    }

    @Override
    Optional<Venue> aggregate(StoredAggregate stored) {
        return stored instanceof StoredAggregate.OfVenue(var venue, var version)
                ? Optional.of(venue)
                : Optional.empty();
    }
}
