package ie.tradsessions.adapters.lambda.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ie.tradsessions.adapters.lambda.access.SignInProvider.Tokens;
import ie.tradsessions.adapters.lambda.http.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we make of Cognito's answers, as its documentation gives them. */
class CognitoTest {
    private static final String RESULT = """
            {"AuthenticationResult":{"AccessToken":"a.b.c","ExpiresIn":3600,"IdToken":"d.e.f","RefreshToken":"r-1",
            "TokenType":"Bearer"},"ChallengeParameters":{}}""";

    private static final String ASKS_FOR_THE_APP = """
            {"ChallengeName":"SOFTWARE_TOKEN_MFA","Session":"session-of-now",
            "ChallengeParameters":{"USER_ID_FOR_SRP":"the-name-in-the-pool"}}""";

    private final StandInCognito server = new StandInCognito();
    private final Cognito cognito = server.client();

    @AfterEach
    void stop() {
        server.close();
    }

    private static SignInRefusal refusal(SignInAnswer<?> refused) {
        return ((SignInAnswer.Refused<?>) refused).refusal();
    }

    @Test
    void signing_in_gives_tokens() {
        server.answers(200, RESULT);
        assertThat(cognito.signIn("a@b.ie", "pass\"word", null))
                .isEqualTo(new SignInAnswer.Given<>(new Tokens("a.b.c", "r-1", Duration.ofHours(1))));
        assertThat(server.operations()).containsExactly("InitiateAuth");
        assertThat(server.last().body())
                .contains("USER_PASSWORD_AUTH", "\"USERNAME\":\"a@b.ie\"", "pass\\\"word", "our-app");
    }

    @Test
    void refreshing_rotates_where_the_pool_does() {
        server.answers(200, RESULT.replace("\"RefreshToken\":\"r-1\",", ""));
        assertThat(cognito.refresh("r-0"))
                .isEqualTo(new SignInAnswer.Given<>(new Tokens("a.b.c", null, Duration.ofHours(1))));
        assertThat(server.operations()).containsExactly("GetTokensFromRefreshToken");
        for (String type : new String[] {"NotAuthorizedException", "RefreshTokenReuseException"}) {
            server.refuses(type, "Refresh Token has been revoked");
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
        server.refuses(type, message);
        assertThat(refusal(cognito.signIn("a@b.ie", "x", null)).getClass().getSimpleName())
                .isEqualTo(refusal);
    }

    @Test
    void who_has_an_authenticator_app_needs_its_code() {
        server.answers("InitiateAuth", 200, ASKS_FOR_THE_APP);
        server.answers("RespondToAuthChallenge", 200, RESULT);

        assertThat(refusal(cognito.signIn("a@b.ie", "x", null))).isEqualTo(new SignInRefusal.SecondFactor());
        assertThat(server.operations()).containsExactly("InitiateAuth");
        assertThat(cognito.signIn("a@b.ie", "x", "123456"))
                .isEqualTo(new SignInAnswer.Given<>(new Tokens("a.b.c", "r-1", Duration.ofHours(1))));
        assertThat(server.operations()).containsExactly("InitiateAuth", "InitiateAuth", "RespondToAuthChallenge");
        assertThat(server.last().body())
                .contains(
                        "our-app",
                        "\"Session\":\"session-of-now\"",
                        "\"USERNAME\":\"the-name-in-the-pool\"",
                        "\"SOFTWARE_TOKEN_MFA_CODE\":\"123456\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CodeMismatchException            | Invalid code received for user              | WrongCode
            ExpiredCodeException             | Your software token has already been used   | WrongCode
            NotAuthorizedException           | Password attempts exceeded                  | TooManyAttempts
            TooManyFailedAttemptsException   | Attempts exceeded                           | TooManyAttempts
            SoftwareTokenMFANotFoundException| Software token MFA not found                | ProviderPage
            """)
    void a_code_is_refused_for_the_reason_that_there_is(String type, String message, String refusal) {
        server.answers("InitiateAuth", 200, ASKS_FOR_THE_APP);
        server.refuses("RespondToAuthChallenge", type, message);

        assertThat(refusal(cognito.signIn("a@b.ie", "x", "123456")).getClass().getSimpleName())
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MFA_SETUP",
                "NEW_PASSWORD_REQUIRED",
                "SMS_MFA",
                "EMAIL_OTP",
                "SELECT_MFA_TYPE",
                "DEVICE_SRP_AUTH",
                "CUSTOM_CHALLENGE",
                "ONE_OF_NEXT_YEAR",
            })
    void whatever_else_is_asked_is_for_the_page_of_the_pool(String challenge) {
        server.answers("InitiateAuth", 200, "{\"ChallengeName\":\"" + challenge + "\",\"Session\":\"s\"}");
        for (String code : new String[] {null, "123456"}) {
            assertThat(refusal(cognito.signIn("a@b.ie", "x", code))).isEqualTo(new SignInRefusal.ProviderPage());
        }
        assertThat(server.operations()).containsOnly("InitiateAuth");

        server.answers("InitiateAuth", 200, ASKS_FOR_THE_APP);
        server.answers("RespondToAuthChallenge", 200, "{\"ChallengeName\":\"" + challenge + "\",\"Session\":\"s\"}");
        assertThat(refusal(cognito.signIn("a@b.ie", "x", "123456"))).isEqualTo(new SignInRefusal.ProviderPage());
    }

    @Test
    void a_code_that_nobody_asks_for_goes_nowhere() {
        server.answers(200, RESULT);
        assertThat(cognito.signIn("a@b.ie", "x", "123456")).isInstanceOf(SignInAnswer.Given.class);
        assertThat(server.operations()).containsExactly("InitiateAuth");
        assertThat(server.last().body()).doesNotContain("123456");
    }

    @Test
    void each_operation_has_refusals_of_its_own() {
        server.refuses("UsernameExistsException", "User already exists");
        assertThat(refusal(cognito.signUp("A", "a@b.ie", "x"))).isEqualTo(new SignInRefusal.AccountExists());
        server.refuses("InvalidPasswordException", "Password did not conform with policy");
        assertThat(refusal(cognito.signUp("A", "a@b.ie", "x"))).isEqualTo(new SignInRefusal.UnsuitablePassword());
        server.refuses("CodeMismatchException", "Invalid code");
        assertThat(refusal(cognito.confirm("a@b.ie", "1"))).isEqualTo(new SignInRefusal.WrongCode());
        server.refuses("ExpiredCodeException", "Expired");
        assertThat(refusal(cognito.newPassword("a@b.ie", "1", "x"))).isEqualTo(new SignInRefusal.WrongCode());
        server.refuses("NotAuthorizedException", "Access Token has been revoked");
        assertThat(refusal(cognito.changePassword("t", "o", "n"))).isEqualTo(new SignInRefusal.SignedOut());
        assertThat(refusal(cognito.signOutEverywhere("t"))).isEqualTo(new SignInRefusal.SignedOut());
        server.refuses("NotAuthorizedException", "Incorrect username or password.");
        assertThat(refusal(cognito.changePassword("t", "o", "n"))).isEqualTo(new SignInRefusal.WrongCredentials());
    }

    @Test
    void an_answer_may_be_empty() {
        server.answers(200, "");
        assertThat(cognito.deleteAccount("t")).isEqualTo(new SignInAnswer.Given<>(SignInProvider.Done.DONE));
        cognito.signOut("r");
        assertThat(server.last().operation()).isEqualTo("RevokeToken");
    }

    @Test
    void the_code_of_its_own_page_is_exchanged() {
        server.answers(200, "{\"access_token\":\"a.b.c\",\"refresh_token\":\"r-1\",\"expires_in\":600}");
        assertThat(cognito.exchange("c d", "v", URI.create("https://app.example/in")))
                .isEqualTo(new SignInAnswer.Given<>(new Tokens("a.b.c", "r-1", Duration.ofMinutes(10))));
        assertThat(server.last().path()).isEqualTo("/oauth2/token");
        assertThat(server.last().body())
                .contains("grant_type=authorization_code", "code=c+d", "redirect_uri=https%3A%2F%2Fapp.example%2Fin");
        server.answers(400, "{\"error\":\"invalid_grant\"}");
        assertThat(refusal(cognito.exchange("c", "v", URI.create("https://app.example/in"))))
                .isEqualTo(new SignInRefusal.WrongCode());
        assertThat(cognito.methods().hosted().authorize().getPath()).isEqualTo("/oauth2/authorize");
    }

    @Test
    void trouble_on_its_side_is_no_refusal() throws IOException {
        server.refuses("TooManyRequestsException", "Rate exceeded");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cognito.signIn("a@b.ie", "x", null));
        server.answers(500, "{}");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cognito.signIn("a@b.ie", "x", null));
        server.answers(200, "<html>");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cognito.signIn("a@b.ie", "x", null));
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
        }
        Cognito away = new Cognito(new CognitoApi(), new Cognito.Settings(nobody, "our-app", null, "openid"));
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> away.signIn("a@b.ie", "secret-password", null))
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("secret-password"));
    }

    @Test
    void secrets_are_in_no_text_that_a_log_could_take() {
        assertThat(new Tokens("a.b.c", "r-1", Duration.ofHours(1)).toString()).doesNotContain("a.b.c", "r-1");
        assertThat(new SignInProvider.CodeSent("123456").toString()).doesNotContain("123456");
    }
}
