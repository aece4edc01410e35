package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.ChangesContract;
import ie.tradsessions.application.SharedStore;

class DynamoChangesTest extends ChangesContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
