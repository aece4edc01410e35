package ie.tradsessions.adapters.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event, with whatever API Gateway may leave out made plain.
 *
 * @param path as it came, still percent-encoded
 * @param query as it came, still percent-encoded
 * @param id the request id, which our log and the platform's share; empty where nobody gave one
 */
record Request(String method, String path, String query, Map<String, String> headers, String id) {
    static Request of(@Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
        Optional<APIGatewayV2HTTPEvent> given = Optional.ofNullable(event);
        Optional<APIGatewayV2HTTPEvent.RequestContext> about = given.map(APIGatewayV2HTTPEvent::getRequestContext);
        return new Request(
                about.map(APIGatewayV2HTTPEvent.RequestContext::getHttp)
                        .map(APIGatewayV2HTTPEvent.RequestContext.Http::getMethod)
                        .orElse(""),
                given.map(APIGatewayV2HTTPEvent::getRawPath).orElse(""),
                given.map(APIGatewayV2HTTPEvent::getRawQueryString).orElse(""),
                given.map(APIGatewayV2HTTPEvent::getHeaders).orElse(Map.of()),
                about.map(APIGatewayV2HTTPEvent.RequestContext::getRequestId)
                        .or(() -> Optional.ofNullable(context).map(Context::getAwsRequestId))
                        .orElse(""));
    }

    /** @param name in lower case, as API Gateway spells all names of headers */
    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}
