package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.venue.VenueDirectoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoVenueDirectoryTest extends VenueDirectoryContract {
    @RegisterExtension
    final DynamoPorts dynamo = new DynamoPorts();

    @Override
    protected Ports emptyPorts() {
        return dynamo.ports();
    }

    @Override
    protected void settle() {
        dynamo.catchUp();
    }
}
