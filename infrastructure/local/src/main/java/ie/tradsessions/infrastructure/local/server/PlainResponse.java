package ie.tradsessions.infrastructure.local.server;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.Map;

/** A response of plain text that says no more than its status. */
final class PlainResponse {
    static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/plain; charset=utf-8",
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff");

    private PlainResponse() {}

    /** ASCII. */
    static String body(int status) {
        return status + " " + StatusCodes.getReason(status) + "\n";
    }

    static void send(HttpServerExchange exchange, int status) {
        String body = body(status);
        exchange.setStatusCode(status);
        HEADERS.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        exchange.setResponseContentLength(body.length());
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.endExchange();
        } else {
            exchange.getResponseSender().send(body);
        }
    }
}
