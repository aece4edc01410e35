package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.moderation.CasesContract;

class InMemoryCasesTest extends CasesContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
