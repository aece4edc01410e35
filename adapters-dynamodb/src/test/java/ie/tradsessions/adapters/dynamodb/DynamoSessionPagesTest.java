package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.session.SessionPagesContract;

class DynamoSessionPagesTest extends SessionPagesContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
