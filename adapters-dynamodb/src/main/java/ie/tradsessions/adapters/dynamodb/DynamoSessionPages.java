package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.AggregateItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.StoredAggregate.OfFeedback;
import ie.tradsessions.application.StoredAggregate.OfSession;
import ie.tradsessions.application.StoredAggregate.Unreadable;
import ie.tradsessions.application.UnreadableAggregate;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a page in one query: 0.5 read units while session and feedback are at most 4 KB together, or 1 if consistent. */
final class DynamoSessionPages implements SessionPages {
    /** The session, and its feedback. */
    private static final int MAX_ITEMS = 2;

    private final Table table;

    DynamoSessionPages(Table table) {
        this.table = table;
    }

    @Override
    public Optional<SessionPage> session(SessionId id, ReadConsistency consistency) {
        @Nullable OfSession session = null;
        Feedback feedback = Feedback.none(id);
        String partition = AggregateItems.key(AggregateKey.of(id)).partition();
        for (Item item : table.query(
                        partition, AggregateItems.MAIN, AggregateItems.FEEDBACK, null, MAX_ITEMS, consistency)
                .items()) {
            switch (stored(item)) {
                case OfSession found -> session = found;
                case OfFeedback(var found, var version) -> feedback = found;
                case Unreadable unreadable -> throw new UnreadableAggregate(unreadable);
                default -> {
                    // Deleted.
                }
            }
        }
        return session == null
                ? Optional.empty()
                : Optional.of(new SessionPage(session.version(), session.session(), feedback));
    }

    private static StoredAggregate stored(Item item) {
        return AggregateItems.read(AggregateItems.aggregate(item.key()).orElseThrow(), item);
    }
}
