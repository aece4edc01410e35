package ie.tradsessions.adapters.lambda.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import ie.tradsessions.adapters.lambda.access.SignInProvider.Tokens;
import ie.tradsessions.adapters.lambda.http.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we make of Cognito's answers, as its documentation gives them. */
class CognitoTest {
    private static final String RESULT = """
            {"AuthenticationResult":{"AccessToken":"a.b.c","ExpiresIn":3600,"IdToken":"d.e.f","RefreshToken":"r-1",
            "TokenType":"Bearer"},"ChallengeParameters":{}}""";

    private HttpServer server;
    private Cognito cognito;
    private int status = 200;
    private String answer = "{}";
    private String asked = "";
    private String target = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            asked = exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        cognito = new Cognito(new CognitoApi(), new Cognito.Settings(address, "our-app", address, "openid member"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void refuses(String type, String message) {
        status = 400;
        answer = "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(type, message);
    }

    private static SignInRefusal refusal(SignInAnswer<?> refused) {
        return ((SignInAnswer.Refused<?>) refused).refusal();
    }

    @Test
    void signing_in_gives_tokens() {
        answer = RESULT;
        assertThat(cognito.signIn("a@b.ie", "pass\"word"))
                .isEqualTo(new SignInAnswer.Given<>(new Tokens("a.b.c", "r-1", Duration.ofHours(1))));
        assertThat(target).isEqualTo("AWSCognitoIdentityProviderService.InitiateAuth");
        assertThat(asked).contains("USER_PASSWORD_AUTH", "\"USERNAME\":\"a@b.ie\"", "pass\\\"word", "our-app");
    }

    @Test
    void refreshing_rotates_where_the_pool_does() {
        answer = RESULT.replace("\"RefreshToken\":\"r-1\",", "");
        assertThat(cognito.refresh("r-0"))
                .isEqualTo(new SignInAnswer.Given<>(new Tokens("a.b.c", null, Duration.ofHours(1))));
        assertThat(target).endsWith(".GetTokensFromRefreshToken");
        for (String type : new String[] {"NotAuthorizedException", "RefreshTokenReuseException"}) {
            refuses(type, "Refresh Token has been revoked");
            assertThat(refusal(cognito.refresh("r-0"))).isEqualTo(new SignInRefusal.SignedOut());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NotAuthorizedException         | Incorrect username or password. | WrongCredentials
            UserNotFoundException          | User does not exist.            | WrongCredentials
            PasswordResetRequiredException | Password reset required         | WrongCredentials
            NotAuthorizedException         | Password attempts exceeded      | TooManyAttempts
            TooManyFailedAttemptsException | Attempts exceeded               | TooManyAttempts
            LimitExceededException         | Attempt limit exceeded          | TooManyAttempts
            UserNotConfirmedException      | User is not confirmed.          | NotConfirmed
            ns#UserNotConfirmedException   | User is not confirmed.          | NotConfirmed
            """)
    void its_refusals_are_told_apart(String type, String message, String refusal) {
        refuses(type, message);
        assertThat(refusal(cognito.signIn("a@b.ie", "x")).getClass().getSimpleName())
                .isEqualTo(refusal);
    }

    @Test
    void each_operation_has_refusals_of_its_own() {
        refuses("UsernameExistsException", "User already exists");
        assertThat(refusal(cognito.signUp("A", "a@b.ie", "x"))).isEqualTo(new SignInRefusal.AccountExists());
        refuses("InvalidPasswordException", "Password did not conform with policy");
        assertThat(refusal(cognito.signUp("A", "a@b.ie", "x"))).isEqualTo(new SignInRefusal.UnsuitablePassword());
        refuses("CodeMismatchException", "Invalid code");
        assertThat(refusal(cognito.confirm("a@b.ie", "1"))).isEqualTo(new SignInRefusal.WrongCode());
        refuses("ExpiredCodeException", "Expired");
        assertThat(refusal(cognito.newPassword("a@b.ie", "1", "x"))).isEqualTo(new SignInRefusal.WrongCode());
        refuses("NotAuthorizedException", "Access Token has been revoked");
        assertThat(refusal(cognito.changePassword("t", "o", "n"))).isEqualTo(new SignInRefusal.SignedOut());
        assertThat(refusal(cognito.signOutEverywhere("t"))).isEqualTo(new SignInRefusal.SignedOut());
        refuses("NotAuthorizedException", "Incorrect username or password.");
        assertThat(refusal(cognito.changePassword("t", "o", "n"))).isEqualTo(new SignInRefusal.WrongCredentials());
    }

    @Test
    void an_answer_may_be_empty() {
        answer = "";
        assertThat(cognito.deleteAccount("t")).isEqualTo(new SignInAnswer.Given<>(SignInProvider.Done.DONE));
        cognito.signOut("r");
        assertThat(target).endsWith(".RevokeToken");
    }

    @Test
    void the_code_of_its_own_page_is_exchanged() {
        answer = "{\"access_token\":\"a.b.c\",\"refresh_token\":\"r-1\",\"expires_in\":600}";
        assertThat(cognito.exchange("c d", "v", URI.create("https://app.example/in")))
                .isEqualTo(new SignInAnswer.Given<>(new Tokens("a.b.c", "r-1", Duration.ofMinutes(10))));
        assertThat(asked)
                .startsWith("/oauth2/token ")
                .contains("grant_type=authorization_code", "code=c+d", "redirect_uri=https%3A%2F%2Fapp.example%2Fin");
        status = 400;
        answer = "{\"error\":\"invalid_grant\"}";
        assertThat(refusal(cognito.exchange("c", "v", URI.create("https://app.example/in"))))
                .isEqualTo(new SignInRefusal.WrongCode());
        assertThat(cognito.methods().hosted().authorize().getPath()).isEqualTo("/oauth2/authorize");
    }

    @Test
    void trouble_on_its_side_is_no_refusal() throws IOException {
        refuses("TooManyRequestsException", "Rate exceeded");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cognito.signIn("a@b.ie", "x"));
        status = 500;
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cognito.signIn("a@b.ie", "x"));
        status = 200;
        answer = "<html>";
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cognito.signIn("a@b.ie", "x"));
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
        }
        Cognito away = new Cognito(new CognitoApi(), new Cognito.Settings(nobody, "our-app", null, "openid"));
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> away.signIn("a@b.ie", "secret-password"))
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("secret-password"));
    }

    @Test
    void secrets_are_in_no_text_that_a_log_could_take() {
        assertThat(new Tokens("a.b.c", "r-1", Duration.ofHours(1)).toString()).doesNotContain("a.b.c", "r-1");
        assertThat(new SignInProvider.CodeSent("123456").toString()).doesNotContain("123456");
    }
}
