package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.access.AccountsInMemory;
import ie.tradsessions.adapters.lambda.access.SignIn;
import ie.tradsessions.adapters.lambda.http.Access;
import ie.tradsessions.adapters.lambda.http.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The operations of sign-in answer as the OpenAPI document promises, be it what was asked for or a refusal. */
class SignInContractTest {
    private static final String ORIGIN = "https://app.example";
    private static final String EMAIL = "siobhan@example.ie";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T20:00:00Z"));

    private final OpenApiContract contract = new OpenApiContract();
    private final AccountsInMemory accounts = new AccountsInMemory(CLOCK);
    private final PrivateHandler handler = handler(accounts.signIn());

    private static PrivateHandler handler(SignIn signIn) {
        return new PrivateHandler(
                TestMembers.useCases(CLOCK), signIn, TestSessions.KEY, Set.of(ORIGIN), CLOCK, moment -> {});
    }

    private APIGatewayV2HTTPResponse send(
            PrivateHandler to, String method, String path, String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(Map.of("content-type", "application/json", "origin", ORIGIN));
        all.putAll(headers);
        APIGatewayV2HTTPEvent event = TestRequest.get(path).withMethod(method).event();
        event.setHeaders(all);
        event.setCookies(List.of("__Secure-refresh=refresh-1"));
        event.setBody(body.replace('\'', '"'));
        APIGatewayV2HTTPResponse response = to.handleRequest(event, null);
        contract.check(method.toLowerCase(Locale.ROOT), path, response);
        return response;
    }

    private int status(String method, String path, String body) {
        Map<String, String> bearer =
                Map.of("authorization", "Bearer " + accounts.accessToken(EMAIL, Duration.ofHours(1)));
        return send(handler, method, path, body, bearer).getStatusCode();
    }

    private int post(String path, String body) {
        return status("POST", path, body);
    }

    @Test
    void what_was_asked_for_is_as_documented() {
        assertThat(status("GET", "/v1/auth/provider", "")).isEqualTo(200);
        assertThat(post(
                        "/v1/auth/sign-up",
                        "{'displayName':'Siobhán','email':'siobhan@example.ie','password':'a-long-password'}"))
                .isEqualTo(200);
        String credentials = "{'email':'siobhan@example.ie','password':'a-long-password'}";
        assertThat(post("/v1/auth/sign-in", credentials)).isEqualTo(409);
        assertThat(post("/v1/auth/code", "{'email':'siobhan@example.ie'}")).isEqualTo(200);
        assertThat(post("/v1/auth/confirmation", "{'email':'siobhan@example.ie','code':'123456'}"))
                .isEqualTo(204);
        assertThat(post("/v1/auth/sign-in", credentials)).isEqualTo(200);
        accounts.addApp(EMAIL);
        assertThat(post("/v1/auth/sign-in", credentials)).isEqualTo(409);
        assertThat(post("/v1/auth/sign-in", credentials.replace("}", ",'code':'000000'}")))
                .isEqualTo(400);
        assertThat(post("/v1/auth/sign-in", credentials.replace("}", ",'code':'654321'}")))
                .isEqualTo(200);
        accounts.invite(EMAIL);
        assertThat(post("/v1/auth/sign-in", credentials)).isEqualTo(409);
        assertThat(post("/v1/auth/token", "{}")).isEqualTo(200);
        assertThat(post("/v1/auth/token", "{}")).isEqualTo(401);
        assertThat(post(
                        "/v1/auth/exchange",
                        "{'code':'good','verifier':'" + "v".repeat(43) + "','redirectUri':'https://app.example/in'}"))
                .isEqualTo(200);
        assertThat(post("/v1/auth/forgotten-password", "{'email':'siobhan@example.ie'}"))
                .isEqualTo(200);
        assertThat(post(
                        "/v1/auth/new-password",
                        "{'email':'siobhan@example.ie','code':'123456','password':'b-long-password'}"))
                .isEqualTo(204);
        assertThat(post("/v1/auth/sign-in", credentials)).isEqualTo(401);
        assertThat(post("/v1/auth/password", "{'old':'b-long-password','new':'c-long-password'}"))
                .isEqualTo(204);
        assertThat(post("/v1/auth/sign-out", "")).isEqualTo(204);
        assertThat(post("/v1/auth/sign-out-everywhere", "")).isEqualTo(204);
        assertThat(status("DELETE", "/v1/auth/account", "")).isEqualTo(204);
    }

    @TestFactory
    Stream<DynamicTest> refusals_are_as_documented() {
        return handler.routes().stream()
                .filter(route -> route.template().startsWith("/v1/auth/"))
                .map(route -> DynamicTest.dynamicTest(route.key(), () -> refusals(route)));
    }

    private void refusals(Route route) {
        String method = route.method();
        String path = route.template();
        Map<String, String> bearer =
                Map.of("authorization", "Bearer " + accounts.accessToken(EMAIL, Duration.ofHours(1)));
        if (route.access() == Access.MEMBER) {
            assertThat(send(handler, method, path, "", Map.of()).getStatusCode())
                    .isEqualTo(401);
        } else if (method.equals("POST")) {
            assertThat(send(handler, method, path, "{}", Map.of("origin", "https://evil.example"))
                            .getStatusCode())
                    .isEqualTo(403);
        }
        if (!path.contains("sign-out") && method.equals("POST")) {
            assertThat(send(handler, method, path, "{'nonsense':1}", bearer).getStatusCode())
                    .isEqualTo(400);
        }
        assertThat(send(handler, method, path, "", Map.of("content-length", "70000"))
                        .getStatusCode())
                .isEqualTo(413);
        assertThat(send(handler, method, path, "", Map.of("x", "y".repeat(20_000)))
                        .getStatusCode())
                .isEqualTo(431);
        assertThat(send(handler(SignIn.off()), method, path, valid(path), bearer)
                        .getStatusCode())
                .isEqualTo(503);
    }

    /** Of a request that would get as far as the provider. */
    private String valid(String path) {
        return path.contains("sign-out") || path.contains("provider")
                ? ""
                : contract.example(path).toString();
    }

    @Test
    void who_tries_too_often_is_told_as_documented() {
        String guess = "{'email':'nobody@example.ie','password':'guess'}";
        for (int i = 0; i < 10; i++) {
            assertThat(post("/v1/auth/sign-in", guess)).isEqualTo(401);
        }
        assertThat(post("/v1/auth/sign-in", guess)).isEqualTo(429);
    }
}
