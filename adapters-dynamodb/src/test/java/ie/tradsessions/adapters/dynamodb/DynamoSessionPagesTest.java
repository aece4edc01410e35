package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.session.SessionPagesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoSessionPagesTest extends SessionPagesContract {
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
