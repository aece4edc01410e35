package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.dataset.DataSetContract;

class InMemoryDataSetTest extends DataSetContract {
    @Override
    protected Ports emptyPorts() {
        return InMemoryPorts.empty();
    }
}
