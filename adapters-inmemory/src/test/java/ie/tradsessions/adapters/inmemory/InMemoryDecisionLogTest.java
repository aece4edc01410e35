package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.moderation.DecisionLogContract;

class InMemoryDecisionLogTest extends DecisionLogContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
