package ie.tradsessions.adapters.lambda.access;

import java.time.Instant;
import java.util.Set;

/** Tells whether an access token is good, and what it says. */
public interface TokenVerifier {
    /** @throws ie.tradsessions.adapters.lambda.http.Unavailable if what is needed to tell cannot be had at the moment */
    Verification verify(String token);

    /** What came of the check. */
    sealed interface Verification {
        /**
         * @param issuer who issued the token
         * @param subject whom the issuer means, the same for good
         * @param groups in which the issuer keeps the subject
         * @param expires from when on the token is no longer good
         */
        record Verified(String issuer, String subject, Set<String> groups, Instant expires) implements Verification {
            public Verified {
                groups = Set.copyOf(groups);
            }
        }

        /** @param reason as the end of a sentence; it quotes nothing of the token */
        record Refused(String reason) implements Verification {}
    }
}
