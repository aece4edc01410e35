package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.AggregateItems;
import ie.tradsessions.adapters.dynamodb.item.ReviewItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.StoredAggregate.OfFeedback;
import ie.tradsessions.application.StoredAggregate.OfSession;
import ie.tradsessions.application.StoredAggregate.Unreadable;
import ie.tradsessions.application.UnreadableAggregate;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a page in one query: 0.5 read units for each begun 4 KB, or 1 if consistent. A query is not isolated from
 * transactions: it may see the feedback after one, and the reviews before it. So the feedback names the newest reviews,
 * each with its revision. Where others were found, the page is read again, and after {@value #MAX_QUERIES} queries by a
 * transaction of reads, which sees both as of one moment.
 */
final class DynamoSessionPages implements SessionPages {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoSessionPages.class);

    /** The session, its feedback, and the newest reviews. */
    private static final int MAX_ITEMS = 2 + Tally.NEWEST;

    private static final int MAX_QUERIES = 3;

    /** Each of them fails only where somebody posted since the one before. */
    private static final int MAX_TRANSACTIONS = 10;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Table table;

    DynamoSessionPages(Table table) {
        this.table = table;
    }

    @Override
    public Optional<SessionPage> session(SessionId id, ReadConsistency consistency) {
        Optional<SessionPage> page = query(id, consistency);
        for (int queries = 1; queries < MAX_QUERIES && !isOfOneMoment(page); queries++) {
            page = query(id, ReadConsistency.STRONG);
        }
        return isOfOneMoment(page) ? page : together(id, page);
    }

    private Optional<SessionPage> query(SessionId id, ReadConsistency consistency) {
        return page(
                id,
                table.query(
                                ReviewItems.partition(id),
                                AggregateItems.MAIN,
                                ReviewItems.endOf(ReviewItems.SHOWN),
                                null,
                                MAX_ITEMS,
                                consistency)
                        .items());
    }

    /** Which reviews are the newest is known from the reading before; where that has changed since, it is read again. */
    private Optional<SessionPage> together(SessionId id, Optional<SessionPage> before) {
        Optional<SessionPage> page = before;
        for (int i = 0; i < MAX_TRANSACTIONS; i++) {
            List<Integer> asked = numbersNamed(page);
            page = page(id, table.getTogether(keys(id, asked)));
            if (asked.equals(numbersNamed(page))) {
                if (!isOfOneMoment(page)) {
                    LOG.atError()
                            .addArgument(id)
                            .log("the reviews of session {} are not what its summary says: run check");
                }
                return page;
            }
        }
        throw new StorageUnavailable(
                RETRY_AFTER, new IllegalStateException("the newest reviews of session " + id + " change all the time"));
    }

    private static List<Key> keys(SessionId id, List<Integer> numbers) {
        List<Key> keys = new ArrayList<>();
        keys.add(AggregateItems.key(AggregateKey.of(id)));
        keys.add(AggregateItems.key(AggregateKey.feedbackOf(id)));
        numbers.forEach(number -> keys.add(ReviewItems.key(id, number, true)));
        return keys;
    }

    private static List<Integer> numbersNamed(Optional<SessionPage> page) {
        return page.stream()
                .flatMap(found -> found.feedback().tally().newest().stream())
                .map(Tally.Entry::number)
                .toList();
    }

    private static boolean isOfOneMoment(Optional<SessionPage> page) {
        return page.filter(found -> !found.newest().stream()
                        .map(Tally.Entry::of)
                        .toList()
                        .equals(found.feedback().tally().newest()))
                .isEmpty();
    }

    /** @param items of the session, those of reviews newest first */
    private static Optional<SessionPage> page(SessionId id, Collection<Item> items) {
        @Nullable OfSession session = null;
        long feedbackVersion = 0;
        Feedback feedback = Feedback.none(id);
        List<Review> newest = new ArrayList<>();
        for (Item item : items) {
            if (ReviewItems.isOne(item.key())) {
                newest.add(ReviewItems.review(id, item).value());
                continue;
            }
            switch (stored(item).orElse(null)) {
                case OfSession found -> session = found;
                case OfFeedback(var found, var version) -> {
                    feedback = found;
                    feedbackVersion = version;
                }
                case Unreadable unreadable -> throw new UnreadableAggregate(unreadable);
                case StoredAggregate.Deleted(var key, var version) ->
                    feedbackVersion = key.kind() == AggregateKey.Kind.FEEDBACK ? version : feedbackVersion;
                case null, default -> {
                    // Of a later program.
                }
            }
        }
        return session == null
                ? Optional.empty()
                : Optional.of(new SessionPage(
                        session.version(),
                        session.session(),
                        feedbackVersion,
                        feedback,
                        newest.stream().limit(Tally.NEWEST).toList()));
    }

    private static Optional<StoredAggregate> stored(Item item) {
        return AggregateItems.aggregate(item.key()).map(key -> AggregateItems.read(key, item));
    }
}
