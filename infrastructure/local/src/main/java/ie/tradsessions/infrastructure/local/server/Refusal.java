package ie.tradsessions.infrastructure.local.server;

import ie.tradsessions.adapters.lambda.http.ServerProblems;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** What the server itself refuses: at an address of the API with a problem document, elsewhere in plain text. */
final class Refusal {
    private Refusal() {}

    static boolean isForApi(String path) {
        return path.equals("/v1") || path.startsWith("/v1/") || path.startsWith("/problems/");
    }

    /** Gives a body to every refusal that would have none, such as Undertow's own. */
    static void addDefaultBody(HttpServerExchange exchange) {
        DefaultResponseListener listener = unanswered -> {
            // A length that is known was set by whoever answered, with or without a body.
            if (!unanswered.isResponseChannelAvailable()
                    || unanswered.getStatusCode() < StatusCodes.BAD_REQUEST
                    || unanswered.getResponseHeaders().contains(Headers.CONTENT_LENGTH)) {
                return false;
            }
            send(unanswered, unanswered.getStatusCode());
            return true;
        };
        exchange.addDefaultResponseListener(listener);
    }

    static void send(HttpServerExchange exchange, int status) {
        if (isForApi(RequestPath.of(exchange))) {
            ApiGatewayEvents.send(exchange, ServerProblems.ofStatus(status));
        } else {
            PlainResponse.send(exchange, status);
        }
    }

    /** As {@link #send}, but closes the connection and does not wait for the rest of the request. */
    static void sendAndClose(HttpServerExchange exchange, int status) {
        exchange.setPersistent(false);
        exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
        send(exchange, status);
    }
}
