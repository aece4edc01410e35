package ie.tradsessions.adapters.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.TestRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function with a table of its own: routes that take bodies, beside one that does not. */
class DispatcherTest {
    private static final int MAX_BYTES = 65_536;

    private final Dispatcher dispatcher = new Dispatcher(
            new RouteTable(List.of(
                    new Route("POST", "/v1/notes", "addNote", DispatcherTest::echo, false, Access.PUBLIC),
                    new Route("PUT", "/v1/notes/{id}", "changeNote", DispatcherTest::echo, false, Access.PUBLIC),
                    Route.get("/v1/notes/{id}", "viewNote", DispatcherTest::echo))),
            Set.of(),
            InstantSource.fixed(Instant.parse("2026-11-24T20:00:00Z")),
            null);

    private static Response echo(Request request) {
        return new Response(200, "text/plain", request.body(), Caching.NO_STORE, Map.of("Method", request.method()));
    }

    @Test
    void a_route_gets_the_body_of_its_request() {
        assertThat(send("POST", "/v1/notes", "Tús maith", false).getBody()).isEqualTo("Tús maith");
        assertThat(send("PUT", "/v1/notes/1", base64("Tús maith"), true).getBody())
                .isEqualTo("Tús maith");
        assertThat(send("POST", "/v1/notes", null, false).getBody()).isEmpty();
    }

    @Test
    void a_method_without_a_body_ignores_one() {
        var response = send("GET", "/v1/notes/1", "x".repeat(MAX_BYTES + 1), false);
        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e1", "\u20ac"})
    void a_body_may_have_64_kilobytes_and_no_more(String letter) {
        int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
        String most = letter.repeat(MAX_BYTES / bytes) + "x".repeat(MAX_BYTES % bytes);
        assertThat(send("POST", "/v1/notes", most, false).getStatusCode()).isEqualTo(200);
        assertThat(send("POST", "/v1/notes", base64(most), true).getStatusCode())
                .isEqualTo(200);
        for (APIGatewayV2HTTPResponse response : List.of(
                send("POST", "/v1/notes", most + "x", false),
                send("POST", "/v1/notes", base64(most + "x"), true),
                send("POST", "/v1/notes", "?".repeat(6_000_000), true))) {
            assertThat(response.getStatusCode()).isEqualTo(413);
            assertThat(response.getHeaders()).containsEntry("Content-Type", "application/problem+json");
            assertThat(TestRequest.json(response).path("type").asString()).isEqualTo("/problems/content-too-large");
            assertThat(TestRequest.json(response).path("detail").asString()).contains("65536 bytes");
        }
    }

    @Test
    void a_body_that_is_not_base64_is_refused() {
        var response = send("POST", "/v1/notes", "???", true);
        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(TestRequest.json(response).at("/errors/0/field").asString()).isEqualTo("body");
    }

    @Test
    void the_methods_of_an_address_are_those_of_its_routes() {
        var response = send("DELETE", "/v1/notes/1", null, false);
        assertThat(response.getStatusCode()).isEqualTo(405);
        assertThat(response.getHeaders()).containsEntry("Allow", "GET, HEAD, OPTIONS, PUT");
        assertThat(send("GET", "/v1/notes", null, false).getHeaders()).containsEntry("Allow", "OPTIONS, POST");
    }

    private APIGatewayV2HTTPResponse send(String method, String path, String body, boolean base64) {
        return dispatcher.respond(
                APIGatewayV2HTTPEvent.builder()
                        .withRawPath(path)
                        .withBody(body)
                        .withIsBase64Encoded(base64)
                        .withRequestContext(RequestContext.builder()
                                .withHttp(RequestContext.Http.builder()
                                        .withMethod(method)
                                        .build())
                                .build())
                        .build(),
                null);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
