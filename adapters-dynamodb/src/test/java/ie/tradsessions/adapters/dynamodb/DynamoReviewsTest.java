package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.opinion.ReviewsContract;

class DynamoReviewsTest extends ReviewsContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
