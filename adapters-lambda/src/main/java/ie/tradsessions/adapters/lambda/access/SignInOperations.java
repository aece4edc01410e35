package ie.tradsessions.adapters.lambda.access;

import ie.tradsessions.adapters.lambda.access.SignInProvider.CodeSent;
import ie.tradsessions.adapters.lambda.access.SignInProvider.Done;
import ie.tradsessions.adapters.lambda.access.SignInProvider.HostedPage;
import ie.tradsessions.adapters.lambda.access.SignInProvider.Tokens;
import ie.tradsessions.adapters.lambda.http.Authenticator;
import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.Problem;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.adapters.lambda.http.Unavailable;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.member.WelcomeMember;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How people sign up, in and out. The pages get an access token, which they keep in memory; the refresh token goes into a
 * cookie that no script can read, and comes back to these operations only ("OAuth 2.0 for Browser-Based Applications": a
 * token-mediating back end). What could tell whether an e-mail has an account takes the same time whether it has or not.
 * Whoever needs the code of an authenticator app too sends the same request again, with the code: nothing of a sign-in that
 * has only begun is kept here, or given away.
 */
public final class SignInOperations {
    private static final Logger LOG = LoggerFactory.getLogger(SignInOperations.class);

    /** Longer than the provider usually takes. */
    private static final Duration EVEN_TIME = Duration.ofMillis(1_500);

    private static final Duration LIMIT_PERIOD = Duration.ofMinutes(15);
    private static final int MAX_WRONG_PASSWORDS = 10;
    private static final int MAX_WRONG_CODES = 10;
    private static final int MAX_WRONG_APP_CODES = 10;
    private static final int MAX_CODES_SENT = 5;
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String BEARER = "Bearer";

    private final SignInProvider provider;
    private final Authenticator authenticator;
    private final WelcomeMember welcomeMember;
    private final InstantSource clock;
    private final Pause pause;
    private final AttemptLimit wrongPasswords;
    private final AttemptLimit wrongCodes;
    private final AttemptLimit wrongAppCodes;
    private final AttemptLimit codesSent;

    public SignInOperations(
            SignInProvider provider,
            Authenticator authenticator,
            WelcomeMember welcomeMember,
            InstantSource clock,
            Pause pause) {
        this.provider = provider;
        this.authenticator = authenticator;
        this.welcomeMember = welcomeMember;
        this.clock = clock;
        this.pause = pause;
        wrongPasswords = new AttemptLimit(MAX_WRONG_PASSWORDS, LIMIT_PERIOD, clock);
        wrongCodes = new AttemptLimit(MAX_WRONG_CODES, LIMIT_PERIOD, clock);
        wrongAppCodes = new AttemptLimit(MAX_WRONG_APP_CODES, LIMIT_PERIOD, clock);
        codesSent = new AttemptLimit(MAX_CODES_SENT, LIMIT_PERIOD, clock);
    }

    public List<Route> routes() {
        return List.of(
                Route.signIn("GET", "/v1/auth/provider", "viewSignInProvider", this::provider),
                Route.signIn("POST", "/v1/auth/sign-up", "signUp", this::signUp),
                Route.signIn("POST", "/v1/auth/confirmation", "confirmSignUp", this::confirm),
                Route.signIn("POST", "/v1/auth/code", "sendCodeAgain", this::sendCodeAgain),
                Route.signIn("POST", "/v1/auth/sign-in", "signIn", this::signIn),
                Route.signIn("POST", "/v1/auth/token", "refreshToken", this::refresh),
                Route.signIn("POST", "/v1/auth/exchange", "exchangeCode", this::exchange),
                Route.signIn("POST", "/v1/auth/forgotten-password", "forgotPassword", this::forgotPassword),
                Route.signIn("POST", "/v1/auth/new-password", "setNewPassword", this::newPassword),
                Route.signIn("POST", "/v1/auth/sign-out", "signOut", this::signOut),
                Route.member("POST", "/v1/auth/password", "changePassword", this::changePassword),
                Route.member("POST", "/v1/auth/sign-out-everywhere", "signOutEverywhere", this::signOutEverywhere),
                Route.member("DELETE", "/v1/auth/account", "deleteAccount", this::deleteAccount));
    }

    private Response provider(Request request) {
        request.parameters().check();
        SignInProvider.Methods methods = provider.methods();
        HostedPage hosted = methods.hosted();
        return json(Json.bytes(json -> {
            json.writeStartObject();
            json.writeBooleanProperty("local", methods.local());
            if (hosted == null) {
                json.writeNullProperty("hosted");
            } else {
                json.writeObjectPropertyStart("hosted");
                Json.text(json, "authorizeUrl", hosted.authorize());
                json.writeStringProperty("clientId", hosted.clientId());
                json.writeStringProperty("scope", hosted.scope());
                json.writeEndObject();
            }
            json.writeEndObject();
        }));
    }

    private Response signUp(Request request) {
        JsonBody body = body(request);
        @Nullable String name = body.needed(SignInFields.DISPLAY_NAME, SignInFields::displayName);
        @Nullable String email = body.needed(SignInFields.EMAIL, SignInFields::email);
        @Nullable String password = body.needed(SignInFields.PASSWORD, SignInFields::newPassword);
        body.check();
        String to = Objects.requireNonNull(email);
        return limited(codesSent, to).map(limit -> tooMany(request, limit)).orElseGet(() -> {
            codesSent.count(to);
            return switch (provider.signUp(Objects.requireNonNull(name), to, Objects.requireNonNull(password))) {
                case SignInAnswer.Given<CodeSent>(CodeSent sent) -> sent(to, sent.code());
                case SignInAnswer.Refused<CodeSent>(SignInRefusal refusal) -> refused(request, body, refusal);
            };
        });
    }

    private Response confirm(Request request) {
        JsonBody body = body(request);
        @Nullable String email = body.needed(SignInFields.EMAIL, SignInFields::email);
        @Nullable String code = body.needed(SignInFields.CODE, SignInFields::code);
        body.check();
        return codeTried(
                request, body, Objects.requireNonNull(email), of -> provider.confirm(of, Objects.requireNonNull(code)));
    }

    private Response sendCodeAgain(Request request) {
        return codeAskedFor(request, provider::sendCodeAgain);
    }

    private Response forgotPassword(Request request) {
        return codeAskedFor(request, provider::forgotPassword);
    }

    private Response newPassword(Request request) {
        JsonBody body = body(request);
        @Nullable String email = body.needed(SignInFields.EMAIL, SignInFields::email);
        @Nullable String code = body.needed(SignInFields.CODE, SignInFields::code);
        @Nullable String password = body.needed(SignInFields.PASSWORD, SignInFields::newPassword);
        body.check();
        return codeTried(
                request,
                body,
                Objects.requireNonNull(email),
                of -> provider.newPassword(of, Objects.requireNonNull(code), Objects.requireNonNull(password)));
    }

    private Response signIn(Request request) {
        Instant begun = clock.instant();
        JsonBody body = body(request);
        @Nullable String email = body.needed(SignInFields.EMAIL, SignInFields::email);
        @Nullable String password = body.needed(SignInFields.PASSWORD, SignInFields::password);
        @Nullable String code = body.optional(SignInFields.CODE, SignInFields::appCode);
        body.check();
        String who = Objects.requireNonNull(email);
        Optional<Duration> limit =
                limited(wrongPasswords, who).or(() -> code == null ? Optional.empty() : limited(wrongAppCodes, who));
        if (limit.isPresent()) {
            return tooMany(request, limit.get());
        }
        return switch (provider.signIn(who, Objects.requireNonNull(password), code)) {
            case SignInAnswer.Given<Tokens>(Tokens tokens) -> {
                wrongPasswords.forget(who);
                wrongAppCodes.forget(who);
                yield signedIn(request, tokens);
            }
            case SignInAnswer.Refused<Tokens>(SignInRefusal.WrongCode wrong) -> {
                wrongAppCodes.count(who);
                pause.until(begun.plus(EVEN_TIME));
                body.refuse(SignInFields.CODE, "must be the one that the authenticator app shows now; each works once");
                yield invalid(body);
            }
            case SignInAnswer.Refused<Tokens>(SignInRefusal refusal) -> {
                if (!(refusal instanceof SignInRefusal.MoreNeeded)) {
                    wrongPasswords.count(who);
                    pause.until(begun.plus(EVEN_TIME));
                }
                yield refused(request, body, refusal);
            }
        };
    }

    private Response refresh(Request request) {
        body(request).check();
        Optional<String> token = RefreshCookie.token(request);
        if (token.isEmpty()) {
            return notSignedIn(request);
        }
        return switch (provider.refresh(token.get())) {
            case SignInAnswer.Given<Tokens>(Tokens tokens) -> signedIn(request, tokens);
            case SignInAnswer.Refused<Tokens>(var refusal) ->
                notSignedIn(request).withCookie(RefreshCookie.cleared());
        };
    }

    private Response exchange(Request request) {
        JsonBody body = body(request);
        @Nullable String code = body.needed(SignInFields.CODE, SignInFields::hostedCode);
        @Nullable String verifier = body.needed("verifier", SignInFields::verifier);
        @Nullable URI redirectUri = body.needed("redirectUri", SignInFields::redirectUri);
        body.check();
        return switch (provider.exchange(
                Objects.requireNonNull(code), Objects.requireNonNull(verifier), Objects.requireNonNull(redirectUri))) {
            case SignInAnswer.Given<Tokens>(Tokens tokens) -> signedIn(request, tokens);
            case SignInAnswer.Refused<Tokens>(SignInRefusal refusal) -> refused(request, body, refusal);
        };
    }

    private Response signOut(Request request) {
        request.parameters().check();
        try {
            RefreshCookie.token(request).ifPresent(provider::signOut);
            return Response.noContent().withCookie(RefreshCookie.cleared());
        } catch (Unavailable e) {
            // The browser forgets the token, be it revoked or not.
            LOG.atWarn().setCause(e).log("a refresh token could not be revoked");
            return request.unavailable(e.retryAfter()).withCookie(RefreshCookie.cleared());
        }
    }

    private Response changePassword(Request request) {
        Instant begun = clock.instant();
        JsonBody body = body(request);
        @Nullable String old = body.needed("old", SignInFields::password);
        @Nullable String password = body.needed("new", SignInFields::newPassword);
        body.check();
        String who = request.identity().member().value();
        Optional<Duration> limit = limited(wrongPasswords, who);
        if (limit.isPresent()) {
            return tooMany(request, limit.get());
        }
        SignInAnswer<Done> answer = provider.changePassword(
                request.accessToken(), Objects.requireNonNull(old), Objects.requireNonNull(password));
        return switch (answer) {
            case SignInAnswer.Given<Done> done -> {
                wrongPasswords.forget(who);
                yield Response.noContent();
            }
            case SignInAnswer.Refused<Done>(SignInRefusal.WrongCredentials wrong) -> {
                wrongPasswords.count(who);
                pause.until(begun.plus(EVEN_TIME));
                body.refuse("old", "must be the password that you have now");
                yield invalid(body);
            }
            case SignInAnswer.Refused<Done>(SignInRefusal.UnsuitablePassword unsuitable) -> {
                body.refuse("new", "must be another one: the provider does not take this");
                yield invalid(body);
            }
            case SignInAnswer.Refused<Done>(SignInRefusal refusal) -> refused(request, body, refusal);
        };
    }

    private Response signOutEverywhere(Request request) {
        request.parameters().check();
        return ended(request, provider.signOutEverywhere(request.accessToken()));
    }

    private Response deleteAccount(Request request) {
        request.parameters().check();
        return ended(request, provider.deleteAccount(request.accessToken()));
    }

    private static Response ended(Request request, SignInAnswer<Done> answer) {
        return switch (answer) {
            case SignInAnswer.Given<Done> done -> Response.noContent().withCookie(RefreshCookie.cleared());
            case SignInAnswer.Refused<Done> refused -> notSignedIn(request).withCookie(RefreshCookie.cleared());
        };
    }

    /** What sends a code: nobody learns by it whether there is an account. */
    private Response codeAskedFor(Request request, Function<String, SignInAnswer<CodeSent>> send) {
        Instant begun = clock.instant();
        JsonBody body = body(request);
        @Nullable String email = body.needed(SignInFields.EMAIL, SignInFields::email);
        body.check();
        String to = Objects.requireNonNull(email);
        Optional<Duration> limit = limited(codesSent, to);
        if (limit.isPresent()) {
            return tooMany(request, limit.get());
        }
        codesSent.count(to);
        SignInAnswer<CodeSent> answer = send.apply(to);
        pause.until(begun.plus(EVEN_TIME));
        return switch (answer) {
            case SignInAnswer.Given<CodeSent>(CodeSent sent) -> sent(to, sent.code());
            case SignInAnswer.Refused<CodeSent>(SignInRefusal.TooManyAttempts(Duration retryAfter)) ->
                tooMany(request, retryAfter);
            case SignInAnswer.Refused<CodeSent> refused -> sent(to, null);
        };
    }

    private Response codeTried(
            Request request, JsonBody body, String email, Function<String, SignInAnswer<Done>> trial) {
        Instant begun = clock.instant();
        Optional<Duration> limit = limited(wrongCodes, email);
        if (limit.isPresent()) {
            return tooMany(request, limit.get());
        }
        return switch (trial.apply(email)) {
            case SignInAnswer.Given<Done> done -> {
                wrongCodes.forget(email);
                wrongPasswords.forget(email);
                yield Response.noContent();
            }
            case SignInAnswer.Refused<Done>(SignInRefusal.UnsuitablePassword refusal) ->
                refused(request, body, refusal);
            case SignInAnswer.Refused<Done>(SignInRefusal refusal) -> {
                wrongCodes.count(email);
                pause.until(begun.plus(EVEN_TIME));
                yield refused(
                        request,
                        body,
                        refusal instanceof SignInRefusal.TooManyAttempts ? refusal : new SignInRefusal.WrongCode());
            }
        };
    }

    private static Optional<Duration> limited(AttemptLimit limit, String who) {
        return limit.reached(who);
    }

    private static JsonBody body(Request request) {
        request.parameters().check();
        return request.json();
    }

    private static Response refused(Request request, JsonBody body, SignInRefusal refusal) {
        return switch (refusal) {
            case SignInRefusal.WrongCredentials wrong ->
                request.problem(new Problem(
                                "/problems/wrong-credentials",
                                "E-mail or password is wrong",
                                401,
                                "There is no account with this e-mail and this password."))
                        .withHeader(CHALLENGE, BEARER);
            case SignInRefusal.NotConfirmed unconfirmed ->
                request.problem(new Problem(
                        "/problems/not-confirmed",
                        "E-mail not confirmed",
                        409,
                        "Confirm the e-mail first, by the code that was sent to it."));
            case SignInRefusal.SecondFactor second ->
                request.problem(new Problem(
                        "/problems/second-factor",
                        "Code needed",
                        409,
                        "Send the same again, with the code that the authenticator app shows in the field code."));
            case SignInRefusal.ProviderPage page ->
                request.problem(new Problem(
                        "/problems/provider-page",
                        "Only on the provider's page",
                        409,
                        "The provider asks this account for something that only its own page can pass on. Sign in there;"
                                + " GET /v1/auth/provider says where it is."));
            case SignInRefusal.AccountExists exists -> {
                body.refuse(SignInFields.EMAIL, "must be one that has no account yet; with this one, sign in");
                yield invalid(body);
            }
            case SignInRefusal.WrongCode wrong -> {
                body.refuse(SignInFields.CODE, "must be the one that was sent last, and not yet used or expired");
                yield invalid(body);
            }
            case SignInRefusal.UnsuitablePassword unsuitable -> {
                body.refuse(SignInFields.PASSWORD, "must be another one: the provider does not take this");
                yield invalid(body);
            }
            case SignInRefusal.UnsuitableEmail unsuitable -> {
                body.refuse(SignInFields.EMAIL, "must be an e-mail address that mail can be sent to");
                yield invalid(body);
            }
            case SignInRefusal.SignedOut out -> notSignedIn(request);
            case SignInRefusal.TooManyAttempts(Duration retryAfter) -> tooMany(request, retryAfter);
        };
    }

    /** Throws what has been refused of the body. */
    private static Response invalid(JsonBody body) {
        body.check();
        throw new IllegalStateException("something was refused");
    }

    private static Response notSignedIn(Request request) {
        return request.problem(Problem.notSignedIn("The sign-in has ended. Sign in again."))
                .withHeader(CHALLENGE, BEARER);
    }

    private static Response tooMany(Request request, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return request.problem(new Problem(
                        "/problems/too-many-attempts",
                        "Too many attempts",
                        429,
                        "This was tried too often. Try again in " + Math.max(1, (seconds + 59) / 60) + " minutes."))
                .withHeader("Retry-After", Long.toString(seconds));
    }

    private static Response sent(String email, @Nullable String code) {
        return json(Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("destination", SignInFields.masked(email));
            if (code != null) {
                json.writeStringProperty("code", code);
            }
            json.writeEndObject();
        }));
    }

    private Response signedIn(Request request, Tokens tokens) {
        Response response = welcomed(request, tokens);
        String next = tokens.refresh();
        return next == null ? response : response.withCookie(RefreshCookie.keeping(next));
    }

    private Response welcomed(Request request, Tokens tokens) {
        Identity member;
        try {
            member = identity(tokens.access());
        } catch (Unavailable e) {
            // The browser gets the new refresh token all the same: the one before may be used up.
            LOG.atWarn().setCause(e).log("it cannot be told who has signed in");
            return request.unavailable(e.retryAfter());
        }
        @Nullable String name = nameOf(member, tokens.access());
        return json(Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("accessToken", tokens.access());
            json.writeNumberProperty("expiresIn", tokens.validity().toSeconds());
            json.writeStringProperty("displayName", name);
            json.writeBooleanProperty("moderator", member.moderator());
            json.writeEndObject();
        }));
    }

    private Identity identity(String accessToken) {
        return switch (authenticator.authenticate(accessToken)) {
            case Authenticator.Outcome.Known(Identity identity) -> identity;
            case Authenticator.Outcome.Refused(String reason) ->
                throw new IllegalStateException("the provider gave a token that is refused here: " + reason);
        };
    }

    /** Null where it cannot be had now: that keeps nobody out. */
    private @Nullable String nameOf(Identity member, String accessToken) {
        try {
            return welcomeMember
                    .welcome(new WelcomeMember.Command(
                            member, () -> Optional.ofNullable(provider.nameGiven(accessToken))))
                    .orElse(null);
        } catch (StorageUnavailable | Unavailable e) {
            LOG.atWarn().setCause(e).log("somebody signed in without their name");
            return null;
        }
    }

    private static Response json(byte[] body) {
        return Response.json(body, Caching.NO_STORE);
    }
}
