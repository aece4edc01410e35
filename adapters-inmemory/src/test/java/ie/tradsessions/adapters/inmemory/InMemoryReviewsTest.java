package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.opinion.ReviewsContract;

class InMemoryReviewsTest extends ReviewsContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
