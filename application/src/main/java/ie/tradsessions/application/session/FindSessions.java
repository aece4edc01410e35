package ie.tradsessions.application.session;

import ie.tradsessions.application.Limits;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.search.Nearby;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.domain.place.GeoPoint;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Finds sessions: near, in a box, a county, a country or a town, by night, by name, by what they are like. */
public final class FindSessions {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    private final SearchIndex index;
    private final InstantSource clock;

    public FindSessions(SearchIndex index, InstantSource clock) {
        this.index = index;
        this.clock = clock;
    }

    public record Query(
            SessionQuery sessions, int limit, @Nullable PageToken after) {
        public Query {
            Limits.checked(limit, MAX_LIMIT);
        }
    }

    public Page<Listing> find(Query query) {
        Instant now = clock.instant();
        Nearby near = query.sessions().near();
        GeoPoint from = near == null ? null : near.point();
        return index.current()
                .find(query.sessions(), now, query.limit(), query.after())
                .map(card -> Listing.at(now, card, from));
    }
}
