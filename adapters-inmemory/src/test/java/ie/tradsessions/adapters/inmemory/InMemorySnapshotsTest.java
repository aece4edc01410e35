package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.search.SnapshotsContract;

class InMemorySnapshotsTest extends SnapshotsContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
