package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.venue.VenuesContract;

class InMemoryVenuesTest extends VenuesContract {
    @Override
    protected Ports emptyPorts() {
        return InMemoryPorts.empty();
    }

    @Override
    protected int savesOfARace() {
        return 5_000;
    }
}
