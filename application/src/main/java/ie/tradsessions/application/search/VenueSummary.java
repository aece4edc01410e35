package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As much of a venue as a card shows.
 *
 * @param formerNames names that it has no more, under which it is found too
 * @param closed whether it is closed for good
 * @param surelyClosed whether that is sure, so that its sessions have ended
 */
public record VenueSummary(
        VenueId id,
        String name,
        @Nullable String town,
        @Nullable County county,
        @Nullable String region,
        Country country,
        GeoPoint location,
        ZoneId timeZone,
        List<String> formerNames,
        boolean closed,
        boolean surelyClosed) {
    public VenueSummary {
        formerNames = List.copyOf(formerNames);
    }

    public static VenueSummary of(Venue venue) {
        return new VenueSummary(
                venue.id(),
                venue.name(),
                venue.place().town(),
                venue.place().county(),
                venue.place().region(),
                venue.place().country(),
                venue.location(),
                venue.timeZone(),
                venue.formerNames(),
                venue.closed() != null,
                venue.isSurelyClosed());
    }
}
