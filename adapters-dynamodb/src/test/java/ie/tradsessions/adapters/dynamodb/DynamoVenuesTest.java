package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.venue.VenuesContract;

class DynamoVenuesTest extends VenuesContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }

    @Override
    protected int savesOfARace() {
        return 10;
    }
}
