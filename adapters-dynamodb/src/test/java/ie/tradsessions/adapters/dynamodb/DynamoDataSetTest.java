package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.search.DataSetContract;

class DynamoDataSetTest extends DataSetContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
