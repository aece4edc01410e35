package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.venue.VenueHistoryContract;

class InMemoryVenueHistoryTest extends VenueHistoryContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
