package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Ports;
import ie.tradsessions.application.feedback.FeedbacksContract;

class InMemoryFeedbacksTest extends FeedbacksContract {
    @Override
    protected Ports emptyPorts() {
        return InMemoryPorts.empty();
    }

    @Override
    protected int savesOfARace() {
        return 5_000;
    }
}
