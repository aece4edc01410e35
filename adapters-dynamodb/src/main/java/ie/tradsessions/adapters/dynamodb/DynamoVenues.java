package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

public final class DynamoVenues implements Venues {
    private final Aggregates aggregates;

    /** @param tokens gives a text that it has never given before */
    public DynamoVenues(Table table, Supplier<String> tokens) {
        this(table, tokens, partition -> {});
    }

    /** @param saved is told the partition of what has been saved, so that what is derived of it need not wait */
    public DynamoVenues(Table table, Supplier<String> tokens, Consumer<String> saved) {
        aggregates = new Aggregates(table, tokens, saved);
    }

    @Override
    public Optional<Versioned<Venue>> find(VenueId id) {
        return aggregates.find(VenueItem.key(id), attributes -> VenueItem.venue(id, attributes));
    }

    @Override
    public SaveOutcome save(Venue venue, long expectedVersion) {
        return aggregates.save(VenueItem.key(venue.id()), VenueItem.attributes(venue), expectedVersion);
    }
}
