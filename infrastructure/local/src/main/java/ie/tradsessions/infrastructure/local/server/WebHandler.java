package ie.tradsessions.infrastructure.local.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.QValueParser;
import io.undertow.util.StatusCodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Serves the web app. */
final class WebHandler implements HttpHandler {
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final WebSite site;
    private final Map<HttpString, String> securityHeaders;

    WebHandler(WebSite site) {
        this.site = site;
        this.securityHeaders = SecurityHeaders.read().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(header -> new HttpString(header.getKey()), Map.Entry::getValue));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        // Undertow compares methods without regard to case, HTTP does not.
        if (!METHODS.contains(exchange.getRequestMethod().toString())) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            PlainResponse.send(exchange, StatusCodes.METHOD_NOT_ALLOWED);
            return;
        }
        Optional<String> path = RequestPath.decoded(RequestPath.of(exchange));
        if (path.isEmpty()) {
            PlainResponse.send(exchange, StatusCodes.BAD_REQUEST);
            return;
        }
        switch (site.find(path.get())) {
            case WebSite.Found.File(WebFile file) -> send(exchange, file, StatusCodes.OK);
            case WebSite.Found.Missing(Optional<WebFile> page) -> {
                if (page.isPresent()) {
                    send(exchange, page.get(), StatusCodes.NOT_FOUND);
                } else {
                    PlainResponse.send(exchange, StatusCodes.NOT_FOUND);
                }
            }
            case WebSite.Found.WithoutSlash() -> {
                String raw = RequestPath.of(exchange);
                String query = exchange.getQueryString();
                exchange.getResponseHeaders()
                        .put(
                                Headers.LOCATION,
                                raw.substring(0, raw.length() - 1) + (query.isEmpty() ? "" : "?" + query));
                PlainResponse.send(exchange, StatusCodes.PERMANENT_REDIRECT);
            }
        }
    }

    private void send(HttpServerExchange exchange, WebFile file, int status) {
        WebFile.Encoded encoded =
                file.gzip().filter(gzip -> takesGzip(exchange)).orElse(file.plain());
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.VARY, "Accept-Encoding");
        headers.put(Headers.CACHE_CONTROL, status == StatusCodes.OK ? file.cacheControl() : "no-cache");
        headers.put(Headers.ACCEPT_RANGES, "none");
        securityHeaders.forEach(headers::put);
        if (status == StatusCodes.OK) {
            headers.put(Headers.ETAG, encoded.tag());
            String tag = encoded.tag().substring(1, encoded.tag().length() - 1);
            if (!ETagUtils.handleIfNoneMatch(exchange, new ETag(false, tag), true)) {
                exchange.setStatusCode(StatusCodes.NOT_MODIFIED).endExchange();
                return;
            }
        }
        headers.put(Headers.CONTENT_TYPE, file.contentType());
        if (!encoded.equals(file.plain())) {
            headers.put(Headers.CONTENT_ENCODING, "gzip");
        }
        exchange.setStatusCode(status);
        exchange.setResponseContentLength(encoded.bytes().remaining());
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.endExchange();
        } else {
            exchange.getResponseSender().send(encoded.bytes());
        }
    }

    private static boolean takesGzip(HttpServerExchange exchange) {
        List<String> given = exchange.getRequestHeaders().get(Headers.ACCEPT_ENCODING);
        return given != null
                && QValueParser.parse(given).stream()
                        .flatMap(List::stream)
                        .filter(coding -> !coding.isQValueZero())
                        .anyMatch(coding -> coding.getValue().equalsIgnoreCase("gzip"));
    }
}
