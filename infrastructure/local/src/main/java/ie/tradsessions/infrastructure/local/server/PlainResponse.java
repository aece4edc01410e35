package ie.tradsessions.infrastructure.local.server;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;

/** A response of plain text that says no more than its status. */
final class PlainResponse {
    private PlainResponse() {}

    static void send(HttpServerExchange exchange, int status) {
        byte[] body = (status + " " + StatusCodes.getReason(status) + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.setStatusCode(status);
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "text/plain; charset=utf-8")
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        exchange.setResponseContentLength(body.length);
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.endExchange();
        } else {
            exchange.getResponseSender().send(new String(body, StandardCharsets.UTF_8));
        }
    }

    /** As {@link #send}, but closes the connection and does not wait for the rest of the request. */
    static void sendAndClose(HttpServerExchange exchange, int status) {
        exchange.setPersistent(false);
        exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
        send(exchange, status);
    }
}
