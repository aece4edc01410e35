package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.membership.MembersContract;

class InMemoryMembersTest extends MembersContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
