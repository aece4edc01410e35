package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.feedback.FeedbacksContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoFeedbacksTest extends FeedbacksContract {
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
