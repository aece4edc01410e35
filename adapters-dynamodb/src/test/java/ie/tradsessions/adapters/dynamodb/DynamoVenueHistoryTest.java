package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.venue.VenueHistoryContract;

class DynamoVenueHistoryTest extends VenueHistoryContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
