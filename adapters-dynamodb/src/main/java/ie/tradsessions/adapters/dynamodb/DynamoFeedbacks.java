package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.AggregateItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.opinion.Feedbacks;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.SessionId;
import java.util.Optional;

final class DynamoFeedbacks extends DynamoAggregates<SessionId, Feedback> implements Feedbacks {
    DynamoFeedbacks(Table table, JournalWriter journal) {
        super(table, journal);
    }

    @Override
    AggregateKey key(SessionId id) {
        return AggregateKey.feedbackOf(id);
    }

    @Override
    SessionId id(Feedback feedback) {
        return feedback.session();
    }

    @Override
    Item item(Feedback feedback, long version) {
        return AggregateItems.item(feedback, version);
    }

    @Override
    Optional<Feedback> aggregate(StoredAggregate stored) {
        return stored instanceof StoredAggregate.OfFeedback(var feedback, var version)
                ? Optional.of(feedback)
                : Optional.empty();
    }
}
