package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.moderation.CasesContract;

class DynamoCasesTest extends CasesContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
