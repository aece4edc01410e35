package ie.tradsessions.infrastructure.local.server;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;

/** An answer that says no more than its status. */
final class PlainAnswer {
    private PlainAnswer() {}

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

    /** As {@link #send}, and what else the client may be sending is not waited for. */
    static void sendAndClose(HttpServerExchange exchange, int status) {
        exchange.setPersistent(false);
        exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
        send(exchange, status);
    }
}
