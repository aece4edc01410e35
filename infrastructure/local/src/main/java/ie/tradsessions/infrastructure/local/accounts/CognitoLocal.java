package ie.tradsessions.infrastructure.local.accounts;

import ie.tradsessions.adapters.lambda.access.Cognito;
import ie.tradsessions.adapters.lambda.access.CognitoApi;
import ie.tradsessions.adapters.lambda.access.SignInAnswer;
import ie.tradsessions.adapters.lambda.access.SignInProvider;
import ie.tradsessions.adapters.lambda.access.SignInRefusal;
import ie.tradsessions.adapters.lambda.access.TokenPolicy;
import ie.tradsessions.adapters.lambda.access.TokenVerifier;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cognito as cognito-local imitates it. It sends no mail: codes are told in the terminal, and to the one who asked. What
 * cognito-local lacks is made of what it has, and its refusals are told apart as those of Cognito are. Of two changes that
 * are made at once it loses one, so calls wait for each other.
 */
final class CognitoLocal implements SignInProvider {
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final CognitoApi api;
    private final Supplier<URI> endpoint;
    private final AccountFiles files;
    private final TokenVerifier verifier;
    private final PrintWriter terminal;

    /** @param endpoint waits until the server has started */
    CognitoLocal(
            CognitoApi api, Supplier<URI> endpoint, AccountFiles files, TokenVerifier verifier, PrintWriter terminal) {
        this.api = api;
        this.endpoint = endpoint;
        this.files = files;
        this.verifier = verifier;
        this.terminal = terminal;
    }

    private Cognito cognito() {
        return new Cognito(
                api, new Cognito.Settings(endpoint.get(), AccountFiles.CLIENT, null, TokenPolicy.DEFAULT_SCOPE));
    }

    @Override
    public Methods methods() {
        return new Methods(true, null);
    }

    @Override
    public synchronized SignInAnswer<CodeSent> signUp(String displayName, String email, String password) {
        return told(email, cognito().signUp(displayName, email, password));
    }

    @Override
    public synchronized SignInAnswer<Done> confirm(String email, String code) {
        return cognito().confirm(email, code);
    }

    /** It has one code for each account, and makes a new one for whoever forgot their password. */
    @Override
    public synchronized SignInAnswer<CodeSent> sendCodeAgain(String email) {
        return forgotPassword(email);
    }

    @Override
    public synchronized SignInAnswer<Tokens> signIn(String email, String password, @Nullable String code) {
        return wrongIfUnsuitable(cognito().signIn(email, password, code));
    }

    /** It knows the older way only, without rotation. */
    @Override
    public synchronized SignInAnswer<Tokens> refresh(String refreshToken) {
        CognitoApi.Reply reply = api.call(endpoint.get(), "InitiateAuth", json -> {
            json.writeStringProperty("ClientId", AccountFiles.CLIENT);
            json.writeStringProperty("AuthFlow", "REFRESH_TOKEN_AUTH");
            json.writeObjectPropertyStart("AuthParameters");
            json.writeStringProperty("REFRESH_TOKEN", refreshToken);
            json.writeEndObject();
        });
        return reply instanceof CognitoApi.Reply.Ok(var body)
                        && body.get("AuthenticationResult") instanceof Map<?, ?> result
                        && result.get("AccessToken") instanceof String access
                ? new SignInAnswer.Given<>(new Tokens(access, null, VALIDITY))
                : new SignInAnswer.Refused<>(new SignInRefusal.SignedOut());
    }

    @Override
    public synchronized SignInAnswer<Tokens> exchange(String code, String verifierOfCode, URI redirectUri) {
        return cognito().exchange(code, verifierOfCode, redirectUri);
    }

    @Override
    public synchronized SignInAnswer<CodeSent> forgotPassword(String email) {
        return told(email, cognito().forgotPassword(email));
    }

    @Override
    public synchronized SignInAnswer<Done> newPassword(String email, String code, String password) {
        return cognito().newPassword(email, code, password);
    }

    @Override
    public synchronized SignInAnswer<Done> changePassword(String accessToken, String old, String password) {
        return wrongIfUnsuitable(cognito().changePassword(accessToken, old, password));
    }

    @Override
    public synchronized void signOut(String refreshToken) {
        cognito().signOut(refreshToken);
    }

    @Override
    public synchronized SignInAnswer<Done> signOutEverywhere(String accessToken) {
        if (verifier.verify(accessToken) instanceof TokenVerifier.Verification.Verified verified) {
            files.refreshTokens(verified.subject()).forEach(cognito()::signOut);
            return new SignInAnswer.Given<>(Done.DONE);
        }
        return new SignInAnswer.Refused<>(new SignInRefusal.SignedOut());
    }

    @Override
    public synchronized SignInAnswer<Done> deleteAccount(String accessToken) {
        return cognito().deleteAccount(accessToken);
    }

    @Override
    public synchronized @Nullable String nameGiven(String accessToken) {
        return cognito().nameGiven(accessToken);
    }

    private SignInAnswer<CodeSent> told(String email, SignInAnswer<CodeSent> answer) {
        if (!(answer instanceof SignInAnswer.Given<CodeSent>)) {
            return answer;
        }
        @Nullable String code = files.code(email).orElse(null);
        if (code != null) {
            terminal.println("Code for " + email + ": " + code);
            terminal.flush();
        }
        return new SignInAnswer.Given<>(new CodeSent(code));
    }

    /** It says "invalid password" of a wrong one, as Cognito says of one that breaks its rules. */
    private static <T> SignInAnswer<T> wrongIfUnsuitable(SignInAnswer<T> answer) {
        return answer instanceof SignInAnswer.Refused<T>(SignInRefusal.UnsuitablePassword unsuitable)
                ? new SignInAnswer.Refused<>(new SignInRefusal.WrongCredentials())
                : answer;
    }
}
