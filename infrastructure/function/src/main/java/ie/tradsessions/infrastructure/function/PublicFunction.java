package ie.tradsessions.infrastructure.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.dynamodb.DynamoDataSet;
import ie.tradsessions.adapters.dynamodb.DynamoSessionCounts;
import ie.tradsessions.adapters.dynamodb.DynamoSessionDirectory;
import ie.tradsessions.adapters.dynamodb.DynamoSessionPages;
import ie.tradsessions.adapters.dynamodb.DynamoVenueDirectory;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.PublicUseCases;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Answers everybody, from the table, which it only reads. */
public final class PublicFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final PublicHandler handler;

    /** As Lambda makes it. */
    public PublicFunction() {
        this(Environment.ofThisProcess());
    }

    private PublicFunction(Environment environment) {
        this(environment, environment.table(), InstantSource.system());
    }

    PublicFunction(Environment environment, Table table, InstantSource clock) {
        PublicUseCases useCases = PublicUseCases.of(
                new DynamoSessionDirectory(table),
                new DynamoSessionPages(table),
                new DynamoVenueDirectory(table),
                new DynamoSessionCounts(table),
                new DynamoDataSet(table),
                clock);
        handler = new PublicHandler(
                useCases, environment.cursorKey(), environment.version(), environment.origins(), clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(@Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
        return handler.handleRequest(event, context);
    }
}
