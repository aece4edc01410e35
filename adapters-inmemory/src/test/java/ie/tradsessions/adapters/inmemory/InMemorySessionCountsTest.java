package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.place.SessionCountsContract;

class InMemorySessionCountsTest extends SessionCountsContract {
    @Override
    protected Ports emptyPorts() {
        return InMemoryPorts.empty();
    }
}
