package ie.tradsessions.infrastructure.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.PublicUseCases;
import ie.tradsessions.adapters.lambda.SearchIndexLog;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.SearchIndex;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Answers everybody, from the index and the table, which it only reads. */
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
        Storage storage = DynamoStorage.on(table, clock);
        SearchIndex index = new SearchIndex(storage, FollowPolicy.ONE_OF_MANY, clock, new SearchIndexLog());
        PublicUseCases useCases = PublicUseCases.of(index, storage, clock);
        handler = new PublicHandler(
                useCases, environment.cursorKey(), environment.version(), environment.origins(), clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(@Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
        return handler.handleRequest(event, context);
    }
}
