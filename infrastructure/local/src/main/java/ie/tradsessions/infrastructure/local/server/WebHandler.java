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
import java.util.Optional;
import java.util.Set;

/** Serves the web app. */
final class WebHandler implements HttpHandler {
    private static final HttpString PERMISSIONS_POLICY = new HttpString("Permissions-Policy");
    private static final HttpString OPENER_POLICY = new HttpString("Cross-Origin-Opener-Policy");
    private static final HttpString CONTENT_SECURITY_POLICY = new HttpString("Content-Security-Policy");

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final WebSite site;

    WebHandler(WebSite site) {
        this.site = site;
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

    private static void send(HttpServerExchange exchange, WebFile file, int status) {
        WebFile.Encoded encoded =
                file.gzip().filter(gzip -> takesGzip(exchange)).orElse(file.plain());
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.VARY, "Accept-Encoding");
        headers.put(Headers.CACHE_CONTROL, status == StatusCodes.OK ? file.cacheControl() : "no-cache");
        headers.put(Headers.ACCEPT_RANGES, "none");
        addSecurity(headers, file);
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

    private static void addSecurity(HeaderMap headers, WebFile file) {
        headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        file.contentSecurityPolicy().ifPresent(policy -> {
            headers.put(CONTENT_SECURITY_POLICY, policy);
            headers.put(Headers.X_FRAME_OPTIONS, "DENY");
            headers.put(Headers.REFERRER_POLICY, "strict-origin-when-cross-origin");
            headers.put(PERMISSIONS_POLICY, "geolocation=(self)");
            headers.put(OPENER_POLICY, "same-origin");
        });
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
