package ie.tradsessions.adapters.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request as API Gateway sends it, and its response as a client sees it. */
public record TestRequest(String method, String path, String query, Map<String, String> headers, String body) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Without a body. */
    public TestRequest(String method, String path, String query, Map<String, String> headers) {
        this(method, path, query, headers, "");
    }

    public static TestRequest get(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        return mark < 0
                ? new TestRequest("GET", pathAndQuery, "", Map.of())
                : new TestRequest("GET", pathAndQuery.substring(0, mark), pathAndQuery.substring(mark + 1), Map.of());
    }

    public TestRequest withMethod(String otherMethod) {
        return new TestRequest(otherMethod, path, query, headers, body);
    }

    public TestRequest withHeader(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new TestRequest(method, path, query, more, body);
    }

    public TestRequest withJson(String json) {
        return new TestRequest(method, path, query, headers, json).withHeader("content-type", "application/json");
    }

    public APIGatewayV2HTTPEvent event() {
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withRawQueryString(query)
                .withHeaders(headers)
                .withBody(body)
                .withRequestContext(RequestContext.builder()
                        .withRequestId("Kf3aXh7wDoEEPXg=")
                        .withHttp(RequestContext.Http.builder()
                                .withMethod(method)
                                .withPath(path)
                                .withSourceIp("203.0.113.9")
                                .withUserAgent("a phone")
                                .build())
                        .build())
                .build();
    }

    public APIGatewayV2HTTPResponse sentTo(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
        return handler.handleRequest(event(), null);
    }

    public JsonNode json(PublicHandler handler) {
        return json(sentTo(handler));
    }

    public static JsonNode json(APIGatewayV2HTTPResponse response) {
        return MAPPER.readTree(text(response));
    }

    /** The identifiers of the items of a list. */
    public static List<String> ids(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    /** The body, decoded and decompressed. */
    public static String text(APIGatewayV2HTTPResponse response) {
        if (!response.getIsBase64Encoded()) {
            return response.getBody();
        }
        byte[] bytes = Base64.getDecoder().decode(response.getBody());
        try (GZIPInputStream decompressed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(decompressed.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
