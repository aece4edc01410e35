package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.session.SessionPagesContract;

class InMemorySessionPagesTest extends SessionPagesContract {
    @Override
    protected Ports emptyPorts() {
        return InMemoryPorts.empty();
    }
}
