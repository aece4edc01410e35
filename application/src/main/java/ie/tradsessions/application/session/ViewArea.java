package ie.tradsessions.application.session;

import ie.tradsessions.application.Limits;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.domain.place.BoundingBox;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Shows every session of an area, the same to everybody who looks at it. */
public final class ViewArea {
    public static final int DEFAULT_LIMIT = 200;
    public static final int MAX_LIMIT = 500;

    private final SearchIndex index;
    private final InstantSource clock;

    public ViewArea(SearchIndex index, InstantSource clock) {
        this.index = index;
        this.clock = clock;
    }

    public record Query(
            BoundingBox area, int limit, @Nullable PageToken after) {
        public Query {
            Limits.checked(limit, MAX_LIMIT);
        }
    }

    public Page<Listing> view(Query query) {
        Instant now = clock.instant();
        SessionQuery sessions = SessionQuery.builder().box(query.area()).build();
        return index.current()
                .find(sessions, now, query.limit(), query.after())
                .map(card -> Listing.at(now, card, null));
    }
}
