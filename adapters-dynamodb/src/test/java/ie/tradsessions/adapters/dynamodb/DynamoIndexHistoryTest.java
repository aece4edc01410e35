package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.search.IndexHistoryContract;

class DynamoIndexHistoryTest extends IndexHistoryContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }

    @Override
    protected int someHistories() {
        return 15;
    }

    @Override
    protected int manyHistories() {
        return 10_000;
    }
}
