package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.opinion.FeedbacksContract;

class DynamoFeedbacksTest extends FeedbacksContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }

    @Override
    protected int savesOfARace() {
        return 10;
    }
}
