package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.opinion.FeedbacksContract;

class InMemoryFeedbacksTest extends FeedbacksContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }

    @Override
    protected int savesOfARace() {
        return 5_000;
    }
}
