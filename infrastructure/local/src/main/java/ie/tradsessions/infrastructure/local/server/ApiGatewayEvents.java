package ie.tradsessions.infrastructure.local.server;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns requests into the events that API Gateway makes of them (HTTP API, payload format 2.0), and sends what a
 * function responds.
 */
final class ApiGatewayEvents {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String STAGE = "$default";

    private ApiGatewayEvents() {}

    static APIGatewayV2HTTPEvent of(HttpServerExchange exchange, byte[] body, String requestId, Instant now) {
        String path = RequestPath.of(exchange);
        Map<String, String> headers = headers(exchange);
        APIGatewayV2HTTPEvent.RequestContext.Http http = APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                .withMethod(exchange.getRequestMethod().toString())
                .withPath(path)
                .withProtocol(exchange.getProtocol().toString())
                .withSourceIp(exchange.getSourceAddress().getAddress().getHostAddress())
                .withUserAgent(headers.get("user-agent"))
                .build();
        APIGatewayV2HTTPEvent.RequestContext context = APIGatewayV2HTTPEvent.RequestContext.builder()
                .withRouteKey(STAGE)
                .withStage(STAGE)
                .withDomainName(exchange.getHostName())
                .withHttp(http)
                .withRequestId(requestId)
                .withTime(TIME.format(now))
                .withTimeEpoch(now.toEpochMilli())
                .build();
        boolean text = isText(headers.getOrDefault("content-type", ""));
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(STAGE)
                .withRawPath(path)
                .withRawQueryString(exchange.getQueryString())
                .withHeaders(headers)
                .withCookies(cookies(exchange))
                .withRequestContext(context)
                .withBody(body.length == 0 ? null : text(body, text))
                .withIsBase64Encoded(body.length > 0 && !text)
                .build();
    }

    /** Sends what a function responds. The response to HEAD has the length of the one to GET, and no body. */
    static void send(HttpServerExchange exchange, APIGatewayV2HTTPResponse response) {
        exchange.setStatusCode(response.getStatusCode());
        Optional.ofNullable(response.getHeaders())
                .orElse(Map.of())
                .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        Optional.ofNullable(response.getMultiValueHeaders())
                .orElse(Map.of())
                .forEach((name, values) -> exchange.getResponseHeaders().putAll(new HttpString(name), values));
        Optional.ofNullable(response.getCookies())
                .orElse(List.of())
                .forEach(cookie -> exchange.getResponseHeaders().add(Headers.SET_COOKIE, cookie));
        String text = Optional.ofNullable(response.getBody()).orElse("");
        byte[] bytes = response.getIsBase64Encoded()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals(Methods.HEAD);
        if (!empty) {
            exchange.setResponseContentLength(bytes.length);
            exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
            return;
        }
        if (bytes.length > 0) {
            exchange.setResponseContentLength(bytes.length);
        }
        exchange.endExchange();
    }

    private static Map<String, String> headers(HttpServerExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            if (!values.getHeaderName().equals(Headers.COOKIE)) {
                headers.put(values.getHeaderName().toString().toLowerCase(Locale.ROOT), String.join(",", values));
            }
        }
        return headers;
    }

    private static List<String> cookies(HttpServerExchange exchange) {
        return Optional.<List<String>>ofNullable(exchange.getRequestHeaders().get(Headers.COOKIE))
                .orElse(List.of())
                .stream()
                .flatMap(header -> Stream.of(header.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty())
                .toList();
    }

    private static boolean isText(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/x-www-form-urlencoded");
    }

    private static String text(byte[] body, boolean asText) {
        return asText
                ? new String(body, StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(body);
    }
}
