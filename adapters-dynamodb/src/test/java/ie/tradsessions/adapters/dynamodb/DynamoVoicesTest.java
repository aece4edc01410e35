package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.opinion.VoicesContract;

class DynamoVoicesTest extends VoicesContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
