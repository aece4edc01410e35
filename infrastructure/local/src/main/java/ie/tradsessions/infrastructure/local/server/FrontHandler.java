package ie.tradsessions.infrastructure.local.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.Set;

/**
 * Sees every request first. It refuses unknown methods and what is too large, and passes the rest to the API or to the
 * web app.
 */
final class FrontHandler implements HttpHandler {
    static final int MAX_HEADER_BYTES = 16 * 1024;
    static final int MAX_TARGET_BYTES = 8 * 1024;
    static final int MAX_BODY_BYTES = 256 * 1024;

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final HttpHandler api;
    private final HttpHandler web;

    FrontHandler(HttpHandler api, HttpHandler web) {
        this.api = api;
        this.web = web;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        int refusal = refusal(exchange);
        if (refusal != 0) {
            PlainResponse.sendAndClose(exchange, refusal);
            return;
        }
        String path = RequestPath.of(exchange);
        boolean forApi = path.equals("/v1") || path.startsWith("/v1/") || path.startsWith("/problems/");
        (forApi ? api : web).handleRequest(exchange);
    }

    /** The status to refuse a request with, or 0. */
    private static int refusal(HttpServerExchange exchange) {
        if (!METHODS.contains(exchange.getRequestMethod().toString())) {
            return StatusCodes.NOT_IMPLEMENTED;
        }
        if (exchange.getRequestMethod().equals(Methods.TRACE)
                || exchange.getRequestMethod().equals(Methods.CONNECT)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            return StatusCodes.METHOD_NOT_ALLOWED;
        }
        if (exchange.getRequestURI().length() + exchange.getQueryString().length() > MAX_TARGET_BYTES) {
            return StatusCodes.REQUEST_URI_TOO_LARGE;
        }
        if (bytes(exchange.getRequestHeaders()) > MAX_HEADER_BYTES) {
            return StatusCodes.REQUEST_HEADER_FIELDS_TOO_LARGE;
        }
        return exchange.getRequestContentLength() > MAX_BODY_BYTES ? StatusCodes.REQUEST_ENTITY_TOO_LARGE : 0;
    }

    private static long bytes(HeaderMap headers) {
        long bytes = 0;
        for (HeaderValues values : headers) {
            for (String value : values) {
                // A colon, a space and the end of the line.
                bytes += values.getHeaderName().length() + value.length() + 4L;
            }
        }
        return bytes;
    }
}
