package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.PagesContract;
import ie.tradsessions.application.Ports;

class InMemoryPagesTest extends PagesContract {
    @Override
    protected Ports emptyPorts() {
        return InMemoryPorts.empty();
    }
}
