package ie.tradsessions.adapters.lambda.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Counts only those among the moderators who have a second factor. Cognito cannot require one of a group alone, so it is
 * asked about the owner of each token of a moderator, at most every five minutes, and never about any other member.
 */
public final class SecondFactor implements TokenVerifier {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MAX_KEPT = 1_000;

    private final TokenVerifier verifier;
    private final Cognito cognito;
    private final InstantSource clock;
    private final Map<String, Known> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_KEPT;
        }
    };

    /** @param verifier tells whether a token is good */
    public SecondFactor(TokenVerifier verifier, Cognito cognito, InstantSource clock) {
        this.verifier = verifier;
        this.cognito = cognito;
        this.clock = clock;
    }

    private record Known(boolean hasSecondFactor, Instant until) {}

    @Override
    public Verification verify(String token) {
        return switch (verifier.verify(token)) {
            case Verification.Verified verified
            when verified.groups().contains(MemberAuthenticator.MODERATORS) -> ofModerator(token, verified);
            case Verification other -> other;
        };
    }

    private Verification ofModerator(String token, Verification.Verified verified) {
        return switch (hasSecondFactor(token)) {
            case SignInAnswer.Given<Boolean>(Boolean has) -> has ? verified : withoutModerators(verified);
            case SignInAnswer.Refused<Boolean> refused -> new Verification.Refused("its sign-in has ended");
        };
    }

    /** Cognito is not asked while the lock is held: two that ask at once is better than one that waits for the other. */
    private SignInAnswer<Boolean> hasSecondFactor(String token) {
        synchronized (known) {
            Known before = known.get(token);
            if (before != null && clock.instant().isBefore(before.until())) {
                return new SignInAnswer.Given<>(before.hasSecondFactor());
            }
        }
        SignInAnswer<Boolean> answer = cognito.hasSecondFactor(token);
        if (answer instanceof SignInAnswer.Given<Boolean>(Boolean has)) {
            synchronized (known) {
                known.put(token, new Known(has, clock.instant().plus(KEPT)));
            }
        }
        return answer;
    }

    private static Verification withoutModerators(Verification.Verified verified) {
        Set<String> groups = new HashSet<>(verified.groups());
        groups.remove(MemberAuthenticator.MODERATORS);
        return new Verification.Verified(verified.issuer(), verified.subject(), groups, verified.expires());
    }
}
