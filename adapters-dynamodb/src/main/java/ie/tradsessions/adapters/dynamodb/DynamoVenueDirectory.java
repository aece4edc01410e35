package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.card.StoredVenue;
import ie.tradsessions.adapters.dynamodb.list.VenueSearch;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.venue.VenueCard;
import ie.tradsessions.application.venue.VenueDirectory;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers from lists, which follow the collections within about a second. */
public final class DynamoVenueDirectory implements VenueDirectory {
    private final VenueSearch search;

    public DynamoVenueDirectory(Table table) {
        search = new VenueSearch(table);
    }

    @Override
    public Page<VenueCard> find(VenueQuery query, int limit, @Nullable PageToken after) {
        return search.page(query, limit, after).map(DynamoVenueDirectory::card);
    }

    @Override
    public List<Venue> within(GeoPoint point, double metres) {
        return search.within(point, metres);
    }

    @Override
    public Optional<VenueId> from(Source source) {
        return search.from(source);
    }

    private static VenueCard card(StoredVenue stored) {
        Venue venue = stored.venue();
        return new VenueCard(VenueSummary.of(venue), venue.irishName(), stored.sessions(), venue.sample());
    }
}
