package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.session.SessionDirectoryContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoSessionDirectoryTest extends SessionDirectoryContract {
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
