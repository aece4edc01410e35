package ie.tradsessions.application.venue;

import ie.tradsessions.application.Limits;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.Position;
import org.jspecify.annotations.Nullable;

/** Finds venues, those without a session too. */
public final class FindVenues {
    public static final int USUAL_LIMIT = 20;
    public static final int MOST = 100;

    private final VenueDirectory directory;

    public FindVenues(VenueDirectory directory) {
        this.directory = directory;
    }

    public record Query(
            VenueQuery venues, int limit, @Nullable Position after) {
        public Query {
            Limits.checked(limit, MOST);
        }
    }

    public Page<VenueCard> find(Query query) {
        return directory.find(query.venues(), query.limit(), query.after());
    }
}
