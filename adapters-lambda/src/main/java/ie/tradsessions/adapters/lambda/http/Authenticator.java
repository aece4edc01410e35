package ie.tradsessions.adapters.lambda.http;

import ie.tradsessions.application.Identity;

/** Tells who sends a request. */
public interface Authenticator {
    /**
     * @param token the access token, as it was sent
     * @throws Unavailable if nobody can tell at the moment
     */
    Outcome authenticate(String token);

    /** Whether a token is good. */
    sealed interface Outcome {
        record Known(Identity identity) implements Outcome {}

        /** @param reason as a client may read it */
        record Refused(String reason) implements Outcome {}
    }
}
