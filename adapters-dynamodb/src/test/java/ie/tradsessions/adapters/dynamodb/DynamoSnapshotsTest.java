package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.search.SnapshotsContract;

class DynamoSnapshotsTest extends SnapshotsContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
