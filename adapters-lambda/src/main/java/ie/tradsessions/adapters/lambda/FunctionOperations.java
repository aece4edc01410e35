package ie.tradsessions.adapters.lambda;

import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What a function tells of itself: its health, and the OpenAPI document. */
final class FunctionOperations {
    private static final String DOCUMENT = "openapi.json";

    private final String version;

    /** @param version of the build */
    FunctionOperations(String version) {
        this.version = version;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/health", "health", this::health),
                Route.cacheableGet("/v1/openapi.json", "openapi", FunctionOperations::openapi));
    }

    private Response health(Request request) {
        request.parameters().check();
        byte[] body = Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("status", "UP");
            json.writeStringProperty("version", version);
            json.writeEndObject();
        });
        return Response.json(body, Caching.NO_STORE);
    }

    private static Response openapi(Request request) {
        request.parameters().check();
        try (InputStream document = Objects.requireNonNull(FunctionOperations.class.getResourceAsStream(DOCUMENT))) {
            return Response.json(document.readAllBytes(), Caching.STATIC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
