package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.FeedbackItem;
import ie.tradsessions.adapters.dynamodb.item.SessionItem;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.feedback.Feedbacks;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

public final class DynamoFeedbacks implements Feedbacks {
    private final Aggregates aggregates;

    /** @param tokens gives a text that it has never given before */
    public DynamoFeedbacks(Table table, Supplier<String> tokens) {
        this(table, tokens, partition -> {});
    }

    /** @param saved is told the partition of what has been saved, so that what is derived of it need not wait */
    public DynamoFeedbacks(Table table, Supplier<String> tokens, Consumer<String> saved) {
        aggregates = new Aggregates(table, tokens, saved);
    }

    @Override
    public Optional<Versioned<Feedback>> find(SessionId id) {
        return aggregates.find(FeedbackItem.key(id), attributes -> FeedbackItem.feedback(id, attributes));
    }

    @Override
    public SaveOutcome save(Feedback feedback, long expectedVersion) {
        // Sessions are never deleted: what is there now is there when the feedback is stored.
        if (!aggregates.isStored(SessionItem.key(feedback.session()))) {
            throw new IllegalStateException("session " + feedback.session() + " is not stored");
        }
        return aggregates.save(
                FeedbackItem.key(feedback.session()), FeedbackItem.attributes(feedback), expectedVersion);
    }
}
