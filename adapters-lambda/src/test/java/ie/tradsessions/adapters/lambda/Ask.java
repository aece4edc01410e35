package ie.tradsessions.adapters.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request as API Gateway puts it, and its response as a client sees it. */
record Ask(String method, String path, String query, Map<String, String> headers) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Ask get(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        return mark < 0
                ? new Ask("GET", pathAndQuery, "", Map.of())
                : new Ask("GET", pathAndQuery.substring(0, mark), pathAndQuery.substring(mark + 1), Map.of());
    }

    Ask by(String otherMethod) {
        return new Ask(otherMethod, path, query, headers);
    }

    Ask with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Ask(method, path, query, more);
    }

    APIGatewayV2HTTPEvent event() {
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withRawQueryString(query)
                .withHeaders(headers)
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

    APIGatewayV2HTTPResponse of(PublicHandler handler) {
        return handler.handleRequest(event(), null);
    }

    JsonNode json(PublicHandler handler) {
        return json(of(handler));
    }

    static JsonNode json(APIGatewayV2HTTPResponse response) {
        return MAPPER.readTree(text(response));
    }

    /** The body, decoded and unpacked. */
    static String text(APIGatewayV2HTTPResponse response) {
        if (!response.getIsBase64Encoded()) {
            return response.getBody();
        }
        byte[] bytes = Base64.getDecoder().decode(response.getBody());
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
