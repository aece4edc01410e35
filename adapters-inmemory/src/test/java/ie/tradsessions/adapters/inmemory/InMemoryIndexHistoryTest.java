package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.search.IndexHistoryContract;

class InMemoryIndexHistoryTest extends IndexHistoryContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }

    @Override
    protected int someHistories() {
        return 200;
    }

    @Override
    protected int manyHistories() {
        return 10_000;
    }
}
