package ie.tradsessions.adapters.lambda.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.PrivateHandler;
import ie.tradsessions.adapters.lambda.TestMembers;
import ie.tradsessions.adapters.lambda.TestRequest;
import ie.tradsessions.adapters.lambda.TestSessions;
import ie.tradsessions.adapters.lambda.http.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page, a stranger's page and a curious person get from the operations of sign-in. */
class SignInOperationsTest {
    private static final String EMAIL = "siobhan@example.ie";
    private static final String PASSWORD = "tunes-by-the-fire";
    private static final String CREDENTIALS = "{'email':'" + EMAIL + "','password':'" + PASSWORD + "'}";

    private Instant now = Instant.parse("2026-11-24T20:00:00Z");
    private final InstantSource clock = () -> now;
    private final List<Duration> waited = new ArrayList<>();
    private final AccountsInMemory accounts = new AccountsInMemory(clock);
    private final PrivateHandler handler = new PrivateHandler(
            TestMembers.useCases(clock),
            accounts.signIn(),
            TestSessions.KEY,
            Set.of("https://app.example"),
            clock,
            moment -> waited.add(Duration.between(now, moment)));

    @BeforeEach
    void signUp() {
        accounts.signUp("Siobhán", EMAIL, PASSWORD);
        accounts.confirm(EMAIL, AccountsInMemory.CODE);
    }

    private APIGatewayV2HTTPResponse send(
            String method, String path, String body, Map<String, String> headers, String... cookies) {
        Map<String, String> all = new HashMap<>(Map.of("content-type", "application/json"));
        all.putAll(headers);
        APIGatewayV2HTTPEvent event = TestRequest.get(path).withMethod(method).event();
        event.setHeaders(all);
        event.setCookies(List.of(cookies));
        event.setBody(body.replace('\'', '"'));
        return handler.handleRequest(event, null);
    }

    private APIGatewayV2HTTPResponse post(String path, String body, String... cookies) {
        return send("POST", path, body, Map.of("sec-fetch-site", "same-origin"), cookies);
    }

    private static String cookie(APIGatewayV2HTTPResponse response) {
        return response.getCookies().getFirst().split(";", 2)[0];
    }

    private static String error(APIGatewayV2HTTPResponse response) {
        return TestRequest.json(response).at("/errors/0/field").asString();
    }

    @Test
    void the_refresh_token_is_in_the_cookie_and_nowhere_else() {
        APIGatewayV2HTTPResponse signedIn = post("/v1/auth/sign-in", CREDENTIALS);

        assertThat(signedIn.getStatusCode()).isEqualTo(200);
        assertThat(signedIn.getCookies())
                .containsExactly(
                        "__Secure-refresh=refresh-1; Path=/v1/auth; HttpOnly; Secure; SameSite=Strict; Max-Age=2592000");
        assertThat(signedIn.getBody()).doesNotContain("refresh-1");
        assertThat(signedIn.getHeaders()).containsEntry("Cache-Control", "no-store");
        assertThat(TestRequest.json(signedIn).path("displayName").asString()).isEqualTo("Siobhán");
    }

    @Test
    void a_refresh_token_is_good_once_where_the_provider_rotates() {
        String first = cookie(post("/v1/auth/sign-in", CREDENTIALS));
        APIGatewayV2HTTPResponse refreshed = post("/v1/auth/token", "{}", "other=1", first);
        assertThat(refreshed.getStatusCode()).isEqualTo(200);
        assertThat(cookie(refreshed)).isNotEqualTo(first);

        APIGatewayV2HTTPResponse again = post("/v1/auth/token", "{}", first);
        assertThat(again.getStatusCode()).isEqualTo(401);
        assertThat(again.getCookies().getFirst())
                .startsWith("__Secure-refresh=;")
                .endsWith("Max-Age=0");
        assertThat(post("/v1/auth/token", "{}").getStatusCode()).isEqualTo(401);
        assertThat(post("/v1/auth/token", "{}", "__Secure-refresh=<script>").getStatusCode())
                .isEqualTo(401);
    }

    @Test
    void signing_out_ends_the_refresh_token() {
        String cookie = cookie(post("/v1/auth/sign-in", CREDENTIALS));
        assertThat(post("/v1/auth/sign-out", "", cookie).getStatusCode()).isEqualTo(204);
        assertThat(post("/v1/auth/token", "{}", cookie).getStatusCode()).isEqualTo(401);
        assertThat(post("/v1/auth/sign-out", "").getStatusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            cross-site,  -,                     403
            same-site,   -,                     403
            same-site,   https://app.example,   200
            cross-site,  https://evil.example,  403
            -,           https://evil.example,  403
            -,           null,                  403
            -,           https://here.example,  200
            -,           -,                     200
            same-origin, -,                     200
            none,        -,                     200
            """)
    void a_page_of_another_site_is_refused(String site, String origin, int status) {
        Map<String, String> headers = new HashMap<>(Map.of("host", "here.example"));
        if (site != null) {
            headers.put("sec-fetch-site", site);
        }
        if (origin != null) {
            headers.put("origin", origin);
        }
        assertThat(send("POST", "/v1/auth/sign-in", CREDENTIALS, headers).getStatusCode())
                .isEqualTo(status);
    }

    /** As a form of another site could send it without asking. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "text/json"})
    void a_body_has_to_be_said_to_be_JSON(String type) {
        APIGatewayV2HTTPResponse response = send("POST", "/v1/auth/sign-in", CREDENTIALS, Map.of("content-type", type));
        assertThat(response.getStatusCode()).isEqualTo(415);
    }

    @Test
    void a_wrong_password_and_an_unknown_e_mail_take_the_same_time_and_get_the_same_answer() {
        APIGatewayV2HTTPResponse wrong = post("/v1/auth/sign-in", CREDENTIALS.replace("fire", "sea"));
        APIGatewayV2HTTPResponse unknown = post("/v1/auth/sign-in", CREDENTIALS.replace("siobhan", "nobody"));
        assertThat(wrong.getStatusCode()).isEqualTo(401);
        assertThat(unknown).isEqualTo(wrong);
        assertThat(TestRequest.json(wrong).path("type").asString()).isEqualTo("/problems/wrong-credentials");

        APIGatewayV2HTTPResponse known = post("/v1/auth/forgotten-password", "{'email':'" + EMAIL + "'}");
        APIGatewayV2HTTPResponse stranger = post("/v1/auth/forgotten-password", "{'email':'seamus@example.ie'}");
        assertThat(stranger).isEqualTo(known);
        assertThat(waited).hasSize(4).containsOnly(Duration.ofMillis(1_500));
    }

    @Test
    void who_tries_too_often_has_to_wait_whether_there_is_an_account_or_not() {
        for (String email : List.of(EMAIL, "nobody@example.ie")) {
            String wrong = "{'email':'" + email + "','password':'guess'}";
            for (int i = 0; i < 10; i++) {
                assertThat(post("/v1/auth/sign-in", wrong).getStatusCode()).isEqualTo(401);
            }
            APIGatewayV2HTTPResponse limited = post("/v1/auth/sign-in", wrong);
            assertThat(limited.getStatusCode()).isEqualTo(429);
            assertThat(limited.getHeaders()).containsEntry("Retry-After", "900");
        }
        assertThat(post("/v1/auth/sign-in", CREDENTIALS).getStatusCode()).isEqualTo(429);
        now = now.plus(Duration.ofMinutes(15));
        assertThat(post("/v1/auth/sign-in", CREDENTIALS).getStatusCode()).isEqualTo(200);
    }

    @Test
    void codes_are_not_to_be_guessed_nor_sent_without_end() {
        accounts.forgotPassword(EMAIL);
        String guess = "{'email':'" + EMAIL + "','code':'%06d','password':'another-password'}";
        for (int i = 0; i < 10; i++) {
            assertThat(error(post("/v1/auth/new-password", guess.formatted(i)))).isEqualTo("code");
        }
        assertThat(post("/v1/auth/new-password", guess.formatted(123456)).getStatusCode())
                .isEqualTo(429);
        for (int i = 0; i < 5; i++) {
            assertThat(post("/v1/auth/code", "{'email':'x@example.ie'}").getStatusCode())
                    .isEqualTo(200);
        }
        assertThat(post("/v1/auth/code", "{'email':'x@example.ie'}").getStatusCode())
                .isEqualTo(429);
    }

    @Test
    void an_account_has_to_be_confirmed_first() {
        post("/v1/auth/sign-up", "{'displayName':'Áine','email':'aine@example.ie','password':'" + PASSWORD + "'}");
        APIGatewayV2HTTPResponse early = post("/v1/auth/sign-in", CREDENTIALS.replace("siobhan", "aine"));
        assertThat(early.getStatusCode()).isEqualTo(409);
        assertThat(TestRequest.json(early).path("type").asString()).isEqualTo("/problems/not-confirmed");
        assertThat(post("/v1/auth/confirmation", "{'email':'aine@example.ie','code':'123 456'}")
                        .getStatusCode())
                .isEqualTo(204);
        assertThat(post("/v1/auth/sign-in", CREDENTIALS.replace("siobhan", "aine"))
                        .getStatusCode())
                .isEqualTo(200);
    }

    private static String withCode(String code) {
        return CREDENTIALS.replace("}", ",'code':'" + code + "'}");
    }

    @Test
    void who_has_an_authenticator_app_is_asked_for_its_code() {
        accounts.addApp(EMAIL);
        APIGatewayV2HTTPResponse asked = post("/v1/auth/sign-in", CREDENTIALS);
        assertThat(asked.getStatusCode()).isEqualTo(409);
        assertThat(TestRequest.json(asked).path("type").asString()).isEqualTo("/problems/second-factor");
        assertThat(asked.getCookies()).isNullOrEmpty();
        assertThat(waited).isEmpty();

        APIGatewayV2HTTPResponse signedIn = post("/v1/auth/sign-in", withCode("654 321"));
        assertThat(signedIn.getStatusCode()).isEqualTo(200);
        assertThat(signedIn.getCookies()).hasSize(1);
    }

    @Test
    void a_code_is_of_no_use_without_the_password() {
        APIGatewayV2HTTPResponse without = post("/v1/auth/sign-in", CREDENTIALS.replace("fire", "sea"));
        accounts.addApp(EMAIL);
        for (String code : List.of("000000", AccountsInMemory.APP_CODE)) {
            assertThat(post("/v1/auth/sign-in", withCode(code).replace("fire", "sea")))
                    .isEqualTo(without);
        }
        assertThat(without.getStatusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "12345a", "\u0661\u0662\u0663\u0664\u0665\u0666", ""})
    void the_code_of_an_app_has_six_digits(String code) {
        assertThat(error(post("/v1/auth/sign-in", withCode(code)))).isEqualTo("code");
        assertThat(waited).isEmpty();
    }

    /** Who knows the password must not be able to find the code by trying. */
    @Test
    void the_code_of_an_app_is_not_to_be_guessed() {
        accounts.addApp(EMAIL);
        for (int i = 0; i < 10; i++) {
            assertThat(error(post("/v1/auth/sign-in", withCode("%06d".formatted(i)))))
                    .isEqualTo("code");
        }
        assertThat(waited).hasSize(10).containsOnly(Duration.ofMillis(1_500));
        APIGatewayV2HTTPResponse limited = post("/v1/auth/sign-in", withCode(AccountsInMemory.APP_CODE));
        assertThat(limited.getStatusCode()).isEqualTo(429);
        assertThat(limited.getHeaders()).containsEntry("Retry-After", "900");
        now = now.plus(Duration.ofMinutes(15));
        assertThat(post("/v1/auth/sign-in", withCode(AccountsInMemory.APP_CODE)).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void a_new_password_by_mail_gives_no_more_guesses_at_the_code_of_the_app() {
        accounts.addApp(EMAIL);
        for (int i = 0; i < 10; i++) {
            post("/v1/auth/sign-in", withCode("%06d".formatted(i)));
        }
        accounts.forgotPassword(EMAIL);
        String change =
                "{'email':'" + EMAIL + "','code':'" + AccountsInMemory.CODE + "','password':'" + PASSWORD + "'}";
        assertThat(post("/v1/auth/new-password", change).getStatusCode()).isEqualTo(204);
        assertThat(post("/v1/auth/sign-in", withCode(AccountsInMemory.APP_CODE)).getStatusCode())
                .isEqualTo(429);
    }

    @Test
    void what_only_the_providers_page_can_ask_is_said_so() {
        accounts.invite(EMAIL);
        APIGatewayV2HTTPResponse refused = post("/v1/auth/sign-in", CREDENTIALS);
        assertThat(refused.getStatusCode()).isEqualTo(409);
        assertThat(TestRequest.json(refused).path("type").asString()).isEqualTo("/problems/provider-page");
        assertThat(waited).isEmpty();
    }

    @Test
    void the_new_refresh_token_is_not_lost_where_it_cannot_be_told_who_it_is() {
        String first = cookie(post("/v1/auth/sign-in", CREDENTIALS));
        SignIn blind = new SignIn(accounts, token -> {
            throw new Unavailable("the issuer", Duration.ofSeconds(5), null);
        });
        APIGatewayV2HTTPEvent event =
                TestRequest.get("/v1/auth/token").withMethod("POST").event();
        event.setHeaders(Map.of("content-type", "application/json", "sec-fetch-site", "same-origin"));
        event.setCookies(List.of(first));
        event.setBody("{}");
        APIGatewayV2HTTPResponse refreshed = new PrivateHandler(
                        TestMembers.useCases(clock), blind, TestSessions.KEY, Set.of(), clock, moment -> {})
                .handleRequest(event, null);

        assertThat(refreshed.getStatusCode()).isEqualTo(503);
        assertThat(refreshed.getHeaders()).containsEntry("Retry-After", "5");
        assertThat(post("/v1/auth/token", "{}", cookie(refreshed)).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void all_wrong_fields_are_named_together() {
        APIGatewayV2HTTPResponse response =
                post("/v1/auth/sign-up", "{'displayName':' ','email':'siobhan','password':'short','owner':'x'}");
        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(TestRequest.json(response).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("displayName", "email", "password", "owner");
        assertThat(response.getHeaders()).containsEntry("Cache-Control", "no-store");
        assertThat(TestRequest.json(post("/v1/auth/sign-in", "{'email':7,'password':null}"))
                        .path("errors")
                        .findValuesAsString("reason"))
                .containsExactly("must be a text", "is needed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{'email':'a@b.ie','email':'c@d.ie','password':'x'}",
                "{'email':'a@b.ie','password':'x'} {}",
                "{'a':[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}",
            })
    void a_body_is_one_object_of_JSON(String body) {
        assertThat(error(post("/v1/auth/sign-in", body))).isEqualTo("body");
    }

    @Test
    void a_body_of_more_than_64_KB_is_refused() {
        assertThat(post("/v1/auth/sign-in", "{'email':'" + "a".repeat(64 * 1024) + "'}")
                        .getStatusCode())
                .isEqualTo(413);
    }

    @Test
    void what_is_for_members_needs_a_good_token() {
        String expired = accounts.accessToken(EMAIL, Duration.ofMinutes(-5));
        String good = accounts.accessToken(EMAIL, Duration.ofMinutes(5));
        String change = "{'old':'" + PASSWORD + "','new':'another-password'}";
        for (String authorization : new String[] {"", "Basic YTpi", "Bearer", "Bearer x", "Bearer " + expired, good}) {
            APIGatewayV2HTTPResponse refused =
                    send("POST", "/v1/auth/password", change, Map.of("authorization", authorization));
            assertThat(refused.getStatusCode()).as(authorization).isEqualTo(401);
            assertThat(refused.getHeaders().get("WWW-Authenticate")).startsWith("Bearer");
            assertThat(refused.getHeaders()).containsEntry("Cache-Control", "no-store");
        }
        Map<String, String> bearer = Map.of("authorization", "bearer " + good);
        assertThat(error(send("POST", "/v1/auth/password", change.replace(PASSWORD, "guess"), bearer)))
                .isEqualTo("old");
        assertThat(send("POST", "/v1/auth/password", change, bearer).getStatusCode())
                .isEqualTo(204);
        assertThat(send("DELETE", "/v1/auth/account", "", bearer).getStatusCode())
                .isEqualTo(204);
        assertThat(post("/v1/auth/sign-in", CREDENTIALS.replace(PASSWORD, "another-password"))
                        .getStatusCode())
                .isEqualTo(401);
    }

    @Test
    void the_code_of_the_providers_own_page_signs_in() {
        String exchange = "{'code':'%s','verifier':'" + "v".repeat(43) + "','redirectUri':'https://app.example/in'}";
        assertThat(post("/v1/auth/exchange", exchange.formatted("good")).getCookies())
                .hasSize(1);
        assertThat(error(post("/v1/auth/exchange", exchange.formatted("bad")))).isEqualTo("code");
        assertThat(TestRequest.json(send("GET", "/v1/auth/provider", "", Map.of()))
                        .at("/hosted/authorizeUrl")
                        .asString())
                .isEqualTo("https://issuer.example/authorize");
    }

    @Test
    void without_a_provider_everything_is_unavailable() {
        PrivateHandler off = new PrivateHandler(
                TestMembers.useCases(clock), SignIn.off(), TestSessions.KEY, Set.of(), clock, moment -> {});
        assertThat(off.handleRequest(TestRequest.get("/v1/auth/provider").event(), null)
                        .getStatusCode())
                .isEqualTo(503);
    }
}
