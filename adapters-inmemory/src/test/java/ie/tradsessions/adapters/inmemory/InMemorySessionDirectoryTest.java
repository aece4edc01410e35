package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.session.SessionDirectoryContract;

class InMemorySessionDirectoryTest extends SessionDirectoryContract {
    @Override
    protected Ports emptyPorts() {
        return InMemoryPorts.empty();
    }
}
