package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.moderation.DecisionLogContract;

class DynamoDecisionLogTest extends DecisionLogContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
