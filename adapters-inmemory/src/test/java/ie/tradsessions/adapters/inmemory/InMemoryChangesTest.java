package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.ChangesContract;
import ie.tradsessions.application.SharedStore;

class InMemoryChangesTest extends ChangesContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
