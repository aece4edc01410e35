package ie.tradsessions.adapters.lambda.http;

/** Whom a route answers. */
public enum Access {
    PUBLIC,
    /**
     * Somebody who is about to sign in, or whom only a cookie names: without a token. Other sites must not bring a
     * browser to send such a request, so it is refused unless it comes from a page of ours.
     */
    SIGN_IN,
    /** A member, by the access token of the request. */
    MEMBER
}
