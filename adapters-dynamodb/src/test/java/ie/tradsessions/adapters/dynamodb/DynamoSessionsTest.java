package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.session.SessionsContract;

class DynamoSessionsTest extends SessionsContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }

    @Override
    protected int savesOfARace() {
        return 10;
    }
}
