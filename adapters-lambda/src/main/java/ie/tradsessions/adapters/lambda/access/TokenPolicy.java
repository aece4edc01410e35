package ie.tradsessions.adapters.lambda.access;

/**
 * Which access tokens are accepted.
 *
 * @param issuer as the tokens name it
 * @param clientId of our application at the issuer
 * @param scope one that the token has to grant
 */
public record TokenPolicy(String issuer, String clientId, String scope) {
    /** What Cognito grants to whoever signs in: to see and change their own account. */
    public static final String DEFAULT_SCOPE = "aws.cognito.signin.user.admin";
}
