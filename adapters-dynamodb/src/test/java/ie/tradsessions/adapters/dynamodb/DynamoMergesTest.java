package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.moderation.MergesContract;

class DynamoMergesTest extends MergesContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
