package ie.tradsessions.application.venue;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers which venues there are. */
public interface VenueDirectory {
    /**
     * The venues that a query asks for: nearest first where it asks for what is near, else by folded name; venues that
     * are equal in that stand in the order of their identifiers.
     *
     * @param after where an earlier page ended, or null for the first
     */
    Page<VenueCard> find(VenueQuery query, int limit, @Nullable PageToken after);

    /** Every venue within a distance, nearest first. */
    List<Venue> within(GeoPoint point, double metres);

    /** The venue that has a source; the first by identifier, should several have it. */
    Optional<VenueId> from(Source source);
}
