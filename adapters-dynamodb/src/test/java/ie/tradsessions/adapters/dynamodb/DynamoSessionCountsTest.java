package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.place.SessionCountsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoSessionCountsTest extends SessionCountsContract {
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
