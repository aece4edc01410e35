package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.venue.VenuesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoVenuesTest extends VenuesContract {
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

    @Override
    protected int savesOfARace() {
        return 10;
    }
}
