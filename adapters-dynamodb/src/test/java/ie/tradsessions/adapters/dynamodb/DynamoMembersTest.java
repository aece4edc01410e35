package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.membership.MembersContract;

class DynamoMembersTest extends MembersContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
