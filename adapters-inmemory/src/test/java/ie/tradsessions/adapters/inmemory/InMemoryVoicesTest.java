package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.opinion.VoicesContract;

class InMemoryVoicesTest extends VoicesContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
