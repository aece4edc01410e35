package ie.tradsessions.application.venue;

import ie.tradsessions.application.Limits;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.VenueCard;
import ie.tradsessions.application.search.VenueQuery;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Finds venues, those without a session too. */
public final class FindVenues {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    private final SearchIndex index;
    private final InstantSource clock;

    public FindVenues(SearchIndex index, InstantSource clock) {
        this.index = index;
        this.clock = clock;
    }

    public record Query(
            VenueQuery venues, int limit, @Nullable PageToken after) {
        public Query {
            Limits.checked(limit, MAX_LIMIT);
        }
    }

    public Page<VenueCard> find(Query query) {
        return index.current().find(query.venues(), clock.instant(), query.limit(), query.after());
    }
}
