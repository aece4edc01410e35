package ie.tradsessions.application.venue;

import ie.tradsessions.application.Limits;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import org.jspecify.annotations.Nullable;

/** Finds venues, those without a session too. */
public final class FindVenues {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    private final VenueDirectory directory;

    public FindVenues(VenueDirectory directory) {
        this.directory = directory;
    }

    public record Query(
            VenueQuery venues, int limit, @Nullable PageToken after) {
        public Query {
            Limits.checked(limit, MAX_LIMIT);
        }
    }

    public Page<VenueCard> find(Query query) {
        return directory.find(query.venues(), query.limit(), query.after());
    }
}
