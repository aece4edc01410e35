package ie.tradsessions.application.review;

import ie.tradsessions.application.Limits;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.SessionId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists the reviews of a session that are shown. */
public final class ListReviews {
    public static final int MAX_LIMIT = 50;

    /** The most helpful are found among so many of the newest. */
    private static final int MAX_SORTED = 1_000;

    private static final Comparator<Review> MOST_HELPFUL_FIRST = Comparator.comparingInt(Review::helpful)
            .thenComparingInt(Review::number)
            .reversed();

    private static final Pattern PLACE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private final SearchIndex index;
    private final Reviews reviews;
    private final MemberNames names;

    public ListReviews(SearchIndex index, Reviews reviews, MemberNames names) {
        this.index = index;
        this.reviews = reviews;
        this.names = names;
    }

    public enum Order {
        NEWEST,
        HELPFUL
    }

    /**
     * @param limit 1 to {@value #MAX_LIMIT}
     * @param after where the list goes on, or null for its beginning
     */
    public record Query(
            SessionId session,
            Order order,
            int limit,
            @Nullable PageToken after) {
        public Query {
            Limits.checked(limit, MAX_LIMIT);
        }
    }

    /** @param names of the authors who have one */
    public record View(Page<Review> reviews, Map<MemberId, String> names) {}

    /** @return empty where there is no such session */
    public Optional<View> list(Query query) {
        if (!isListed(query.session())) {
            return Optional.empty();
        }
        PageToken after = query.after();
        Place place = after == null ? null : Place.of(after);
        List<Review> found = switch (query.order()) {
            case NEWEST -> read(query.session(), place == null ? null : place.number(), query.limit() + 1);
            case HELPFUL ->
                read(query.session(), null, MAX_SORTED).stream()
                        .sorted(MOST_HELPFUL_FIRST)
                        .filter(review -> place == null || place.comesBefore(review))
                        .limit(query.limit() + 1L)
                        .toList();
        };
        boolean more = found.size() > query.limit();
        List<Review> shown = more ? found.subList(0, query.limit()) : found;
        PageToken next = more ? Place.of(shown.getLast()).token() : null;
        List<MemberId> authors = shown.stream()
                .map(Review::author)
                .flatMap(author -> author instanceof Author.Member(var id)
                        ? Optional.of(id).stream()
                        : Optional.<MemberId>empty().stream())
                .toList();
        return Optional.of(new View(new Page<>(shown, next), names.of(authors)));
    }

    private List<Review> read(SessionId session, @Nullable Integer before, int limit) {
        return reviews.shown(session, before, limit, ReadConsistency.EVENTUAL).stream()
                .map(Versioned::value)
                .toList();
    }

    private boolean isListed(SessionId session) {
        Index current = index.current();
        Index newEnough = current.session(session).isPresent() ? current : index.latest();
        return newEnough.session(session).filter(known -> !known.takenDown()).isPresent();
    }

    /** The review after which the list goes on, as it stood then. */
    private record Place(int helpful, int number) {
        static Place of(Review review) {
            return new Place(review.helpful(), review.number());
        }

        static Place of(PageToken token) {
            MatchResult parts = PLACE.matcher(token.value())
                    .results()
                    .findFirst()
                    .filter(found -> found.group().equals(token.value()))
                    .orElseThrow(() -> new InvalidValue("cursor", "the one that came with the page before"));
            return new Place(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        }

        PageToken token() {
            return new PageToken(helpful + "-" + number);
        }

        boolean comesBefore(Review review) {
            return review.helpful() < helpful || (review.helpful() == helpful && review.number() < number);
        }
    }
}
