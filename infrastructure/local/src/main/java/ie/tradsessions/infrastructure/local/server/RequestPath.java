package ie.tradsessions.infrastructure.local.server;

import ie.tradsessions.adapters.lambda.http.PercentDecoder;
import io.undertow.server.HttpServerExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The path of a request: as it was sent, and decoded strictly for the web app. */
final class RequestPath {
    private RequestPath() {}

    /** The path as it was sent, with its parameters, and without the host that a client may put before it. */
    static String of(HttpServerExchange exchange) {
        return exchange.isHostIncludedInRequestURI() ? exchange.getRequestPath() : exchange.getRequestURI();
    }

    /**
     * The path without its percent-encoding. Empty where that is not UTF-8, and where the path holds what only an attack
     * has: dots that lead up, backslashes, encoded slashes, control characters.
     */
    static Optional<String> decoded(String raw) {
        List<String> segments = new ArrayList<>();
        for (String encoded : raw.split("/", -1)) {
            Optional<String> segment = PercentDecoder.decode(encoded).filter(RequestPath::staysInPlace);
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return Optional.of(String.join("/", segments));
    }

    private static boolean staysInPlace(String segment) {
        return !segment.equals(".") && !segment.equals("..") && segment.indexOf('/') < 0 && segment.indexOf('\\') < 0;
    }
}
