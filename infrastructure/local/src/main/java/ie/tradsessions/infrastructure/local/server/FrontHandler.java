package ie.tradsessions.infrastructure.local.server;

import ie.tradsessions.adapters.lambda.http.RequestLimits;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.StatusCodes;

/** Sees every request first. It refuses what is too large, and passes the rest to the API or to the web app. */
final class FrontHandler implements HttpHandler {
    static final int MAX_BODY_BYTES = 256 * 1024;

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
            Refusal.sendAndClose(exchange, refusal);
            return;
        }
        (Refusal.isForApi(RequestPath.of(exchange)) ? api : web).handleRequest(exchange);
    }

    /** The status to refuse a request with, or 0. */
    private static int refusal(HttpServerExchange exchange) {
        if (RequestLimits.isTooLong(RequestPath.of(exchange), exchange.getQueryString())) {
            return StatusCodes.REQUEST_URI_TOO_LARGE;
        }
        if (areTooLarge(exchange.getRequestHeaders())) {
            return StatusCodes.REQUEST_HEADER_FIELDS_TOO_LARGE;
        }
        return exchange.getRequestContentLength() > MAX_BODY_BYTES ? StatusCodes.REQUEST_ENTITY_TOO_LARGE : 0;
    }

    private static boolean areTooLarge(HeaderMap headers) {
        int count = 0;
        long bytes = 0;
        for (HeaderValues values : headers) {
            for (String value : values) {
                count++;
                // A colon, a space and the end of the line.
                bytes += values.getHeaderName().length() + value.length() + 4L;
            }
        }
        return count > RequestLimits.MAX_HEADERS || bytes > RequestLimits.MAX_HEADER_BYTES;
    }
}
