package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.search.DataSetContract;

class InMemoryDataSetTest extends DataSetContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
