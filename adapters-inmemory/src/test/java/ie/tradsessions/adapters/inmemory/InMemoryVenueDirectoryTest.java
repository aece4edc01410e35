package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.venue.VenueDirectoryContract;

class InMemoryVenueDirectoryTest extends VenueDirectoryContract {
    @Override
    protected Ports emptyPorts() {
        return InMemoryPorts.empty();
    }
}
