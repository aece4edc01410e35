package ie.tradsessions.adapters.lambda.access;

import ie.tradsessions.adapters.lambda.http.Authenticator;
import ie.tradsessions.application.Identity;
import ie.tradsessions.domain.MemberId;

/** Makes of a verified token who asks: a member by issuer and subject, a moderator by the group. */
public final class MemberAuthenticator implements Authenticator {
    /** The group of a user pool whose members are moderators. */
    public static final String MODERATORS = "moderators";

    private final TokenVerifier verifier;

    public MemberAuthenticator(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Outcome authenticate(String token) {
        return switch (verifier.verify(token)) {
            case TokenVerifier.Verification.Verified verified -> new Outcome.Known(identity(verified));
            case TokenVerifier.Verification.Refused(String reason) -> new Outcome.Refused(reason);
        };
    }

    private static Identity identity(TokenVerifier.Verification.Verified verified) {
        return new Identity(
                MemberId.of(verified.issuer(), verified.subject()),
                verified.groups().contains(MODERATORS));
    }
}
