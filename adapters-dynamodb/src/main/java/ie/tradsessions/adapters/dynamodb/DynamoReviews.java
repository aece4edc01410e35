package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.ReviewItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.SessionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reviews stand in the partition of their session: those that are shown in one stretch, the others in another. One that is
 * shown takes 1 read unit and one trip to find, or a hundred of them one trip; any other 4 more, in a second trip.
 */
final class DynamoReviews implements Reviews {
    /** Of keys, in one transaction. */
    private static final int MAX_PAIRS = 50;

    private final Table table;

    DynamoReviews(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Versioned<Review>> find(SessionId session, int number) {
        Key shown = ReviewItems.key(session, number, true);
        return table.get(shown, ReadConsistency.STRONG)
                // It may be moved from one stretch to the other meanwhile.
                .or(() -> table.getTogether(List.of(shown, ReviewItems.key(session, number, false))).stream()
                        .findFirst())
                .map(item -> ReviewItems.review(session, item));
    }

    @Override
    public List<Versioned<Review>> findAll(List<Id> ids) {
        Map<Id, Versioned<Review>> found = new HashMap<>();
        List<Id> asked = ids.stream().distinct().toList();
        keep(found, table.get(asked.stream().map(id -> key(id, true)).toList(), ReadConsistency.STRONG));
        List<Id> missing = asked.stream().filter(id -> !found.containsKey(id)).toList();
        for (int from = 0; from < missing.size(); from += MAX_PAIRS) {
            keep(
                    found,
                    table.getTogether(missing.subList(from, Math.min(missing.size(), from + MAX_PAIRS)).stream()
                            .flatMap(id -> Stream.of(key(id, true), key(id, false)))
                            .toList()));
        }
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    @Override
    public List<Versioned<Review>> shown(
            SessionId session, @Nullable Integer before, int limit, ReadConsistency consistency) {
        @Nullable
        String after =
                before == null ? null : ReviewItems.key(session, before, true).sort();
        return read(session, ReviewItems.SHOWN, after, limit, consistency);
    }

    @Override
    public List<Versioned<Review>> notShown(SessionId session) {
        return read(session, ReviewItems.NOT_SHOWN, null, Integer.MAX_VALUE, ReadConsistency.STRONG);
    }

    private static Key key(Id review, boolean shown) {
        return ReviewItems.key(review.session(), review.number(), shown);
    }

    private static void keep(Map<Id, Versioned<Review>> found, List<Item> items) {
        for (Item item : items) {
            Versioned<Review> review = ReviewItems.review(ReviewItems.session(item.key()), item);
            found.put(new Id(review.value().session(), review.value().number()), review);
        }
    }

    @Override
    public void readAll(Consumer<Review> each, Consumer<String> unreadable) {
        table.scan(item -> {
            if (ReviewItems.isOne(item.key())) {
                try {
                    each.accept(ReviewItems.review(ReviewItems.session(item.key()), item)
                            .value());
                } catch (IllegalStateException | InvalidValue e) {
                    unreadable.accept(String.valueOf(e.getMessage()));
                }
            }
        });
    }

    private List<Versioned<Review>> read(
            SessionId session, String stretch, @Nullable String from, int limit, ReadConsistency consistency) {
        return table
                .queryAll(ReviewItems.partition(session), stretch, ReviewItems.endOf(stretch), from, limit, consistency)
                .stream()
                .map(item -> ReviewItems.review(session, item))
                .toList();
    }
}
