package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.moderation.MergesContract;

class InMemoryMergesTest extends MergesContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
