package ie.tradsessions.infrastructure.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.table.Layout;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.StreamHandler;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hears from the table's stream what changed, and makes true what is derived from it. */
public final class StreamFunction implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final StreamHandler handler;

    /**
     * As Lambda makes it.
     *
     * @throws ie.tradsessions.adapters.dynamodb.table.UnsupportedLayout if the table is of another program
     */
    public StreamFunction() {
        this(Environment.ofThisProcess().table(), InstantSource.system());
    }

    StreamFunction(Table table, InstantSource clock) {
        Layout.check(table);
        Derivation derivation =
                new Derivation(table, clock, () -> UUID.randomUUID().toString());
        handler = new StreamHandler(derivation::changed, clock);
    }

    @Override
    public StreamsEventResponse handleRequest(@Nullable DynamodbEvent event, @Nullable Context context) {
        return handler.handleRequest(event, context);
    }
}
