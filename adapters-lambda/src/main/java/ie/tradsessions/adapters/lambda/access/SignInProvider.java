package ie.tradsessions.adapters.lambda.access;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whoever keeps the accounts: passwords never stay with us. An e-mail comes in lower case. Every call throws
 * {@link ie.tradsessions.adapters.lambda.http.Unavailable} where the provider does not answer in time.
 */
public interface SignInProvider {
    /** How the provider lets people in. */
    Methods methods();

    SignInAnswer<CodeSent> signUp(String displayName, String email, String password);

    SignInAnswer<Done> confirm(String email, String code);

    SignInAnswer<CodeSent> sendCodeAgain(String email);

    /** @param code of the authenticator app; null where it was not asked for, and of no effect where there is no such app */
    SignInAnswer<Tokens> signIn(String email, String password, @Nullable String code);

    SignInAnswer<Tokens> refresh(String refreshToken);

    /**
     * Turns the code of the provider's own page into tokens (RFC 7636).
     *
     * @param verifier whose hash the page was opened with
     * @param redirectUri to which the page sent the code
     */
    SignInAnswer<Tokens> exchange(String code, String verifier, URI redirectUri);

    SignInAnswer<CodeSent> forgotPassword(String email);

    SignInAnswer<Done> newPassword(String email, String code, String password);

    SignInAnswer<Done> changePassword(String accessToken, String old, String password);

    /** Ends the sign-in that this token stands for; a token that has ended already is no mistake. */
    void signOut(String refreshToken);

    /** Ends every sign-in of whoever this token is of. */
    SignInAnswer<Done> signOutEverywhere(String accessToken);

    SignInAnswer<Done> deleteAccount(String accessToken);

    /** The name that somebody signed up with, for their profile; null where there is none. */
    @Nullable
    String nameGiven(String accessToken);

    /**
     * @param local whether this is a stand-in on one machine, which sends no mail
     * @param hosted the provider's own page; null where there is none
     */
    record Methods(boolean local, @Nullable HostedPage hosted) {}

    /** @param authorize where the page is */
    record HostedPage(URI authorize, String clientId, String scope) {}

    /** @param code for the one who asked, where no mail is sent; null elsewhere */
    record CodeSent(@Nullable String code) {
        @Override
        public String toString() {
            return "CodeSent";
        }
    }

    /**
     * @param refresh null where the one before stays good
     * @param validity of the access token
     */
    record Tokens(String access, @Nullable String refresh, Duration validity) {
        @Override
        public String toString() {
            return "Tokens for " + validity;
        }
    }

    /** It was done, and there is nothing to tell. */
    enum Done {
        DONE
    }
}
