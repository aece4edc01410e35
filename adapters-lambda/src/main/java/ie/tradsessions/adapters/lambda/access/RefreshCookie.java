package ie.tradsessions.adapters.lambda.access;

import ie.tradsessions.adapters.lambda.http.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The cookie in which a browser keeps the refresh token: no script can read it, and no request from another site carries it. */
public final class RefreshCookie {
    /** How long somebody stays signed in. The refresh tokens of the user pool have to be good as long. */
    public static final Duration MAX_AGE = Duration.ofDays(30);

    private static final String NAME = "__Secure-refresh";
    private static final String ATTRIBUTES = "; Path=/v1/auth; HttpOnly; Secure; SameSite=Strict; Max-Age=";
    /** Tokens are JWTs or JWEs; anything else is not from us. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/=-]{1,4000}");

    private RefreshCookie() {}

    static Optional<String> token(Request request) {
        return request.cookie(NAME).filter(token -> FORM.matcher(token).matches());
    }

    static String keeping(String token) {
        if (!FORM.matcher(token).matches()) {
            throw new IllegalStateException("the provider's refresh token cannot stand in a cookie");
        }
        return NAME + "=" + token + ATTRIBUTES + MAX_AGE.toSeconds();
    }

    static String cleared() {
        return NAME + "=" + ATTRIBUTES + "0";
    }
}
