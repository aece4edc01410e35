package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.session.SessionPagesContract;

class InMemorySessionPagesTest extends SessionPagesContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
