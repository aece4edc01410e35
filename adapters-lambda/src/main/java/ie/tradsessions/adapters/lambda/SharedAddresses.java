package ie.tradsessions.adapters.lambda;

import java.util.Map;
import java.util.Set;

/**
 * The addresses that both functions serve, each by methods of its own, so that either can name all of them. They are
 * compared with the OpenAPI document.
 */
final class SharedAddresses {
    /** By template. */
    static final Map<String, Set<String>> METHODS = Map.of(
            "/v1/sessions", Set.of("GET", "POST"),
            "/v1/sessions/{id}", Set.of("GET", "PUT", "DELETE"),
            "/v1/venues", Set.of("GET", "POST"),
            "/v1/venues/{id}", Set.of("GET", "PUT"));

    private SharedAddresses() {}
}
