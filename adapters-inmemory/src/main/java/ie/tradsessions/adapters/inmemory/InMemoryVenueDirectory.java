package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.venue.VenueCard;
import ie.tradsessions.application.venue.VenueDirectory;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class InMemoryVenueDirectory implements VenueDirectory {
    private final InMemoryStore store;

    public InMemoryVenueDirectory(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Page<VenueCard> find(VenueQuery query, int limit, @Nullable PageToken after) {
        return store.find(query, limit, after);
    }

    @Override
    public List<Venue> within(GeoPoint point, double metres) {
        return store.within(point, metres);
    }

    @Override
    public Optional<VenueId> from(Source source) {
        return store.from(source);
    }
}
