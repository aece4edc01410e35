package ie.tradsessions.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.infrastructure.function.Invocation;
import java.io.IOException;
import java.nio.file.Files;

/** The same as {@link NoOpFunction}, with objects that the runtime makes of the event and takes for the response. */
public final class NoOpEventFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final APIGatewayV2HTTPResponse response;

    /** As Lambda makes it. */
    public NoOpEventFunction() throws IOException {
        Invocation.Response given = Invocation.Response.of(Files.readString(NoOpFunction.responseFile()));
        response = APIGatewayV2HTTPResponse.builder()
                .withStatusCode(given.status())
                .withHeaders(given.headers())
                .withBody(given.body())
                .withIsBase64Encoded(true)
                .build();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return response;
    }
}
