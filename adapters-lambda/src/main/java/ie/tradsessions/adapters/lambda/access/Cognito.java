package ie.tradsessions.adapters.lambda.access;

import ie.tradsessions.adapters.lambda.access.CognitoApi.Reply;
import ie.tradsessions.adapters.lambda.http.Unavailable;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Amazon Cognito: a user pool in which people sign in by their e-mail, and a public client of it, which has no secret.
 * The client has to allow USER_PASSWORD_AUTH, and to prevent user existence errors. Cognito itself locks an account
 * after five wrong passwords, for a second at first and up to 15 minutes, and limits how often codes are sent and tried.
 */
public final class Cognito implements SignInProvider {
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration DEFAULT_VALIDITY = Duration.ofHours(1);
    private static final String USERNAME = "Username";
    private static final String PASSWORD = "Password";
    private static final String CODE = "ConfirmationCode";
    private static final String ACCESS_TOKEN = "AccessToken";
    private static final String CHALLENGE = "ChallengeName";
    /** Codes by time (RFC 6238). */
    private static final String AUTHENTICATOR_APP = "SOFTWARE_TOKEN_MFA";

    private final CognitoApi api;
    private final Settings settings;

    public Cognito(CognitoApi api, Settings settings) {
        this.api = api;
        this.settings = settings;
    }

    /**
     * @param endpoint of the API
     * @param hostedDomain where Cognito's own pages are; null where there are none
     * @param scope to ask for there, several apart by spaces
     */
    public record Settings(
            URI endpoint, String clientId, @Nullable URI hostedDomain, String scope) {}

    @Override
    public Methods methods() {
        URI domain = settings.hostedDomain();
        return new Methods(
                false,
                domain == null
                        ? null
                        : new HostedPage(domain.resolve("/oauth2/authorize"), settings.clientId(), settings.scope()));
    }

    @Override
    public SignInAnswer<CodeSent> signUp(String displayName, String email, String password) {
        return call(
                "SignUp",
                json -> {
                    client(json, email);
                    json.writeStringProperty(PASSWORD, password);
                    json.writeArrayPropertyStart("UserAttributes");
                    attribute(json, "email", email);
                    attribute(json, "name", displayName);
                    json.writeEndArray();
                },
                answer -> new CodeSent(null));
    }

    @Override
    public SignInAnswer<Done> confirm(String email, String code) {
        return call(
                "ConfirmSignUp",
                json -> {
                    client(json, email);
                    json.writeStringProperty(CODE, code);
                },
                answer -> Done.DONE);
    }

    @Override
    public SignInAnswer<CodeSent> sendCodeAgain(String email) {
        return call("ResendConfirmationCode", json -> client(json, email), answer -> new CodeSent(null));
    }

    @Override
    public SignInAnswer<Tokens> signIn(String email, String password, @Nullable String code) {
        Reply reply = api.call(settings.endpoint(), "InitiateAuth", json -> {
            json.writeStringProperty("ClientId", settings.clientId());
            json.writeStringProperty("AuthFlow", "USER_PASSWORD_AUTH");
            json.writeObjectPropertyStart("AuthParameters");
            json.writeStringProperty("USERNAME", email);
            json.writeStringProperty("PASSWORD", password);
            json.writeEndObject();
        });
        return reply instanceof Reply.Ok(var challenge)
                        && AUTHENTICATOR_APP.equals(challenge.get(CHALLENGE))
                        && code != null
                ? entered("RespondToAuthChallenge", withCode(challenge, email, code))
                : entered("InitiateAuth", reply);
    }

    private Reply withCode(Map<String, @Nullable Object> challenge, String email, String code) {
        // The name by which the pool itself knows the account; it does not take the e-mail everywhere.
        String name = challenge.get("ChallengeParameters") instanceof Map<?, ?> parameters
                        && parameters.get("USER_ID_FOR_SRP") instanceof String given
                ? given
                : email;
        return api.call(settings.endpoint(), "RespondToAuthChallenge", json -> {
            json.writeStringProperty("ClientId", settings.clientId());
            json.writeStringProperty(CHALLENGE, AUTHENTICATOR_APP);
            json.writeStringProperty("Session", String.valueOf(challenge.get("Session")));
            json.writeObjectPropertyStart("ChallengeResponses");
            json.writeStringProperty("USERNAME", name);
            json.writeStringProperty("SOFTWARE_TOKEN_MFA_CODE", code);
            json.writeEndObject();
        });
    }

    private static SignInAnswer<Tokens> entered(String operation, Reply reply) {
        return switch (reply) {
            case Reply.Ok(var body) when body.get(CHALLENGE) == null -> new SignInAnswer.Given<>(tokens(body));
            case Reply.Ok(var body) ->
                new SignInAnswer.Refused<>(
                        AUTHENTICATOR_APP.equals(body.get(CHALLENGE))
                                ? new SignInRefusal.SecondFactor()
                                : new SignInRefusal.ProviderPage());
            case Reply.Failed error -> new SignInAnswer.Refused<>(refusal(operation, error));
        };
    }

    @Override
    public SignInAnswer<Tokens> refresh(String refreshToken) {
        return signedOut(call(
                "GetTokensFromRefreshToken",
                json -> {
                    json.writeStringProperty("ClientId", settings.clientId());
                    json.writeStringProperty("RefreshToken", refreshToken);
                },
                Cognito::tokens));
    }

    @Override
    public SignInAnswer<Tokens> exchange(String code, String verifier, URI redirectUri) {
        URI domain = settings.hostedDomain();
        if (domain == null) {
            return new SignInAnswer.Refused<>(new SignInRefusal.WrongCode());
        }
        String form = encoded(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                settings.clientId(),
                "code",
                code,
                "code_verifier",
                verifier,
                "redirect_uri",
                redirectUri.toString()));
        return switch (api.post(domain.resolve("/oauth2/token"), form)) {
            case Reply.Ok(var body) ->
                new SignInAnswer.Given<>(tokens(body, "access_token", "refresh_token", "expires_in"));
            case Reply.Failed(String error, var message)
            when error.equals("invalid_grant") -> new SignInAnswer.Refused<>(new SignInRefusal.WrongCode());
            case Reply.Failed(String error, var message) ->
                throw new IllegalStateException("the sign-in provider refuses our client: " + error);
        };
    }

    @Override
    public SignInAnswer<CodeSent> forgotPassword(String email) {
        return call("ForgotPassword", json -> client(json, email), answer -> new CodeSent(null));
    }

    @Override
    public SignInAnswer<Done> newPassword(String email, String code, String password) {
        return call(
                "ConfirmForgotPassword",
                json -> {
                    client(json, email);
                    json.writeStringProperty(CODE, code);
                    json.writeStringProperty(PASSWORD, password);
                },
                answer -> Done.DONE);
    }

    @Override
    public SignInAnswer<Done> changePassword(String accessToken, String old, String password) {
        return call(
                "ChangePassword",
                json -> {
                    json.writeStringProperty(ACCESS_TOKEN, accessToken);
                    json.writeStringProperty("PreviousPassword", old);
                    json.writeStringProperty("ProposedPassword", password);
                },
                answer -> Done.DONE);
    }

    @Override
    public void signOut(String refreshToken) {
        // Whatever is said against it, the token is not good afterwards.
        call(
                "RevokeToken",
                json -> {
                    json.writeStringProperty("ClientId", settings.clientId());
                    json.writeStringProperty("Token", refreshToken);
                },
                answer -> Done.DONE);
    }

    @Override
    public SignInAnswer<Done> signOutEverywhere(String accessToken) {
        return signedOut(call(
                "GlobalSignOut", json -> json.writeStringProperty(ACCESS_TOKEN, accessToken), answer -> Done.DONE));
    }

    @Override
    public SignInAnswer<Done> deleteAccount(String accessToken) {
        return signedOut(
                call("DeleteUser", json -> json.writeStringProperty(ACCESS_TOKEN, accessToken), answer -> Done.DONE));
    }

    @Override
    public @Nullable String nameGiven(String accessToken) {
        SignInAnswer<List<?>> attributes = call(
                "GetUser",
                json -> json.writeStringProperty(ACCESS_TOKEN, accessToken),
                answer -> answer.get("UserAttributes") instanceof List<?> list ? list : List.of());
        return attributes instanceof SignInAnswer.Given<List<?>>(List<?> given)
                ? given.stream()
                        .filter(Map.class::isInstance)
                        .map(Map.class::cast)
                        .filter(attribute -> "name".equals(attribute.get("Name")))
                        .map(attribute -> String.valueOf(attribute.get("Value")))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Whether the owner of a token has an authenticator app as their second factor. */
    SignInAnswer<Boolean> hasSecondFactor(String accessToken) {
        return signedOut(call(
                "GetUser",
                json -> json.writeStringProperty(ACCESS_TOKEN, accessToken),
                answer -> answer.get("UserMFASettingList") instanceof List<?> factors
                        && factors.contains(AUTHENTICATOR_APP)));
    }

    private <T> SignInAnswer<T> call(
            String operation, Consumer<JsonGenerator> parameters, Function<Map<String, @Nullable Object>, T> read) {
        return switch (api.call(settings.endpoint(), operation, parameters)) {
            case Reply.Ok(var body) -> new SignInAnswer.Given<>(read.apply(body));
            case Reply.Failed error -> new SignInAnswer.Refused<>(refusal(operation, error));
        };
    }

    /** Cognito has one exception for all that it does not authorize. */
    private static <T> SignInAnswer<T> signedOut(SignInAnswer<T> answer) {
        return answer instanceof SignInAnswer.Refused<T>(SignInRefusal.WrongCredentials refusal)
                ? new SignInAnswer.Refused<>(new SignInRefusal.SignedOut())
                : answer;
    }

    private static SignInRefusal refusal(String operation, Reply.Failed error) {
        return switch (error.code()) {
            case "NotAuthorizedException" -> notAuthorized(error.message());
            case "UserNotFoundException", "PasswordResetRequiredException" -> new SignInRefusal.WrongCredentials();
            case "UserNotConfirmedException" -> new SignInRefusal.NotConfirmed();
            case "SoftwareTokenMFANotFoundException", "MFAMethodNotFoundException" -> new SignInRefusal.ProviderPage();
            case "UsernameExistsException", "AliasExistsException" -> new SignInRefusal.AccountExists();
            case "CodeMismatchException", "ExpiredCodeException" -> new SignInRefusal.WrongCode();
            case "InvalidPasswordException", "PasswordHistoryPolicyViolationException" ->
                new SignInRefusal.UnsuitablePassword();
            case "InvalidParameterException", "CodeDeliveryFailureException", "UserLambdaValidationException" ->
                new SignInRefusal.UnsuitableEmail();
            case "RefreshTokenReuseException", "UnauthorizedException" -> new SignInRefusal.SignedOut();
            case "LimitExceededException", "TooManyFailedAttemptsException" ->
                new SignInRefusal.TooManyAttempts(LOCKED);
            case "TooManyRequestsException" -> throw new Unavailable("the sign-in provider is busy", BUSY, null);
            default ->
                throw new IllegalStateException("the sign-in provider refuses " + operation + ": " + error.code());
        };
    }

    private static SignInRefusal notAuthorized(String message) {
        if (message.contains("attempts exceeded")) {
            return new SignInRefusal.TooManyAttempts(LOCKED);
        }
        return message.contains("Access Token") ? new SignInRefusal.SignedOut() : new SignInRefusal.WrongCredentials();
    }

    private static Tokens tokens(Map<String, @Nullable Object> answer) {
        if (answer.get("AuthenticationResult") instanceof Map<?, ?> result) {
            return tokens(result, ACCESS_TOKEN, "RefreshToken", "ExpiresIn");
        }
        throw new IllegalStateException("the sign-in provider gives no tokens");
    }

    private static Tokens tokens(Map<?, ?> result, String access, String refresh, String expiresIn) {
        if (!(result.get(access) instanceof String token)) {
            throw new IllegalStateException("the sign-in provider gives no access token");
        }
        return new Tokens(
                token,
                result.get(refresh) instanceof String next ? next : null,
                result.get(expiresIn) instanceof BigDecimal seconds
                        ? Duration.ofSeconds(seconds.longValue())
                        : DEFAULT_VALIDITY);
    }

    private void client(JsonGenerator json, String email) {
        json.writeStringProperty("ClientId", settings.clientId());
        json.writeStringProperty(USERNAME, email);
    }

    private static void attribute(JsonGenerator json, String name, String value) {
        json.writeStartObject();
        json.writeStringProperty("Name", name);
        json.writeStringProperty("Value", value);
        json.writeEndObject();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
