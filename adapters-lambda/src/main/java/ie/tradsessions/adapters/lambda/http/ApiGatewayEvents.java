package ie.tradsessions.adapters.lambda.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Translates the events of API Gateway (HTTP API, payload format 2.0) into requests, and responses back. An event may
 * leave out anything.
 */
final class ApiGatewayEvents {
    private ApiGatewayEvents() {}

    static HttpRequest request(@Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
        Optional<APIGatewayV2HTTPEvent> given = Optional.ofNullable(event);
        Optional<APIGatewayV2HTTPEvent.RequestContext> about = given.map(APIGatewayV2HTTPEvent::getRequestContext);
        return new HttpRequest(
                about.map(APIGatewayV2HTTPEvent.RequestContext::getHttp)
                        .map(APIGatewayV2HTTPEvent.RequestContext.Http::getMethod)
                        .orElse(""),
                given.map(APIGatewayV2HTTPEvent::getRawPath).orElse(""),
                given.map(APIGatewayV2HTTPEvent::getRawQueryString).orElse(""),
                given.map(APIGatewayV2HTTPEvent::getHeaders)
                        .map(ApiGatewayEvents::withoutNulls)
                        .orElse(Map.of()),
                given.map(APIGatewayV2HTTPEvent::getCookies)
                        .map(ApiGatewayEvents::withoutNulls)
                        .orElse(List.of()),
                given.map(APIGatewayV2HTTPEvent::getBody).orElse(""),
                given.map(APIGatewayV2HTTPEvent::getIsBase64Encoded).orElse(false),
                about.map(APIGatewayV2HTTPEvent.RequestContext::getRequestId)
                        .or(() -> Optional.ofNullable(context).map(Context::getAwsRequestId))
                        .orElse(""));
    }

    static APIGatewayV2HTTPResponse response(HttpResponse response) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(response.status())
                .withHeaders(response.headers())
                .withCookies(response.cookies())
                .withBody(response.body().text())
                .withIsBase64Encoded(response.body().base64())
                .build();
    }

    private static List<String> withoutNulls(List<String> cookies) {
        return cookies.stream().filter(Objects::nonNull).toList();
    }

    private static Map<String, String> withoutNulls(Map<String, String> headers) {
        Map<String, String> given = new HashMap<>();
        headers.forEach((name, value) -> {
            if (name != null && value != null) {
                given.put(name, value);
            }
        });
        return given;
    }
}
