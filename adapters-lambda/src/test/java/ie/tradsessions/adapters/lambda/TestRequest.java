package ie.tradsessions.adapters.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.http.ApiGatewayJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request as API Gateway sends it, and its response as a client sees it. */
public record TestRequest(String method, String path, String query, Map<String, String> headers, String body) {
    /** Escapes what is not ASCII, so that half a surrogate pair can be sent too. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

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

    /** The same, with the event and the response as JSON, as a function gets and gives them. */
    public APIGatewayV2HTTPResponse sentAsJsonTo(
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
        try {
            APIGatewayV2HTTPEvent event =
                    ApiGatewayJson.read(new ByteArrayInputStream(eventJson().getBytes(StandardCharsets.UTF_8)));
            ByteArrayOutputStream response = new ByteArrayOutputStream();
            ApiGatewayJson.write(handler.handleRequest(event, null), response);
            return MAPPER.readValue(response.toByteArray(), APIGatewayV2HTTPResponse.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The event with much that nobody here asks for, as API Gateway sends it. */
    public String eventJson() {
        ObjectNode event = MAPPER.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", "GET /v1/sessions/{id}")
                .put("rawPath", path)
                .put("rawQueryString", query);
        headers.forEach(event.putObject("headers")::put);
        event.putObject("queryStringParameters").put("q", "a,b");
        event.putObject("pathParameters").put("id", "x");
        ObjectNode context = event.putObject("requestContext");
        context.put("accountId", "123456789012")
                .put("requestId", "Kf3aXh7wDoEEPXg=")
                .put("timeEpoch", 1_795_000_000_000L)
                .putNull("authentication");
        ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
        jwt.putObject("claims").put("requestId", "of a claim").put("method", "of a claim");
        jwt.putArray("scopes").add("member");
        context.putObject("http")
                .put("method", method)
                .put("path", path)
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "203.0.113.9")
                .put("userAgent", "a phone");
        return event.put("body", body).put("isBase64Encoded", false).toString();
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
