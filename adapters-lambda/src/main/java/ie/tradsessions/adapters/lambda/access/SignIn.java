package ie.tradsessions.adapters.lambda.access;

import ie.tradsessions.adapters.lambda.http.Unavailable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The provider that keeps the accounts, and the verifier of its access tokens. */
public record SignIn(SignInProvider provider, TokenVerifier verifier) {
    /** Where nobody keeps accounts: nobody can sign in, and everything else works. */
    public static SignIn off() {
        return new SignIn(new Off(), token -> {
            throw Off.unavailable();
        });
    }

    private static final class Off implements SignInProvider {
        private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

        static Unavailable unavailable() {
            return new Unavailable("sign-in is off", RETRY_AFTER, null);
        }

        @Override
        public Methods methods() {
            throw unavailable();
        }

        @Override
        public SignInAnswer<CodeSent> signUp(String displayName, String email, String password) {
            throw unavailable();
        }

        @Override
        public SignInAnswer<Done> confirm(String email, String code) {
            throw unavailable();
        }

        @Override
        public SignInAnswer<CodeSent> sendCodeAgain(String email) {
            throw unavailable();
        }

        @Override
        public SignInAnswer<Tokens> signIn(String email, String password, @Nullable String code) {
            throw unavailable();
        }

        @Override
        public SignInAnswer<Tokens> refresh(String refreshToken) {
            throw unavailable();
        }

        @Override
        public SignInAnswer<Tokens> exchange(String code, String verifier, URI redirectUri) {
            throw unavailable();
        }

        @Override
        public SignInAnswer<CodeSent> forgotPassword(String email) {
            throw unavailable();
        }

        @Override
        public SignInAnswer<Done> newPassword(String email, String code, String password) {
            throw unavailable();
        }

        @Override
        public SignInAnswer<Done> changePassword(String accessToken, String old, String password) {
            throw unavailable();
        }

        @Override
        public void signOut(String refreshToken) {
            throw unavailable();
        }

        @Override
        public SignInAnswer<Done> signOutEverywhere(String accessToken) {
            throw unavailable();
        }

        @Override
        public SignInAnswer<Done> deleteAccount(String accessToken) {
            throw unavailable();
        }

        @Override
        public @Nullable String nameGiven(String accessToken) {
            throw unavailable();
        }
    }
}
