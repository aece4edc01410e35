package ie.tradsessions.adapters.lambda.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import ie.tradsessions.adapters.lambda.http.JsonText;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks signed access tokens: RS256 and nothing else, by a key of the issuer's own set and by no key that a token brings,
 * then what the token claims. Signature first: nothing that a stranger wrote is interpreted before.
 */
public final class JwtVerifier implements TokenVerifier {
    /** By how much clocks may differ. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private static final String ALGORITHM = "RS256";

    /** What a token's own header says besides has been judged already. */
    private static final JWSHeader RS256 = new JWSHeader(JWSAlgorithm.RS256);

    /** They name a key, or bring one. */
    private static final List<String> FOREIGN_KEYS = List.of("jwk", "jku", "x5u", "x5c");

    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final KeySet keys;
    private final @Nullable TokenPolicy policy;
    private final InstantSource clock;

    public JwtVerifier(KeySource source, TokenPolicy policy, InstantSource clock) {
        this(new KeySet(source, clock), policy, clock);
    }

    private JwtVerifier(KeySet keys, @Nullable TokenPolicy policy, InstantSource clock) {
        this.keys = keys;
        this.policy = policy;
        this.clock = clock;
    }

    /** One that judges the signature and its key alone, whatever is signed. For tests with vectors of others. */
    public static JwtVerifier ofSignatures(KeySource source, InstantSource clock) {
        return new JwtVerifier(new KeySet(source, clock), null, clock);
    }

    /** Whether a text is a key set at all, be its keys of use here or not. */
    public static boolean isKeySet(String json) {
        try {
            VerificationKey.ofSet(json);
            return true;
        } catch (ParseException e) {
            return false;
        }
    }

    @Override
    public Verification verify(String token) {
        try {
            CompactJws jws = CompactJws.of(token);
            @Nullable String refusal = refusedHeader(jws);
            if (refusal == null) {
                refusal = refusedSignature(jws);
            }
            if (refusal != null) {
                return new Verification.Refused(refusal);
            }
            return policy == null
                    ? new Verification.Verified("", "", Set.of(), Instant.MAX)
                    : claimed(new Claims(JsonText.object(jws.payload())), policy);
        } catch (CompactJws.Malformed | Claims.Refused e) {
            return new Verification.Refused(String.valueOf(e.getMessage()));
        } catch (JsonText.Malformed e) {
            return new Verification.Refused("its claims have to be an object of JSON: " + e.why());
        }
    }

    private @Nullable String refusedHeader(CompactJws jws) {
        if (!ALGORITHM.equals(jws.header().get("alg"))) {
            return "its algorithm is not " + ALGORITHM;
        }
        for (String name : FOREIGN_KEYS) {
            if (jws.header().containsKey(name)) {
                return "it brings or names a key of its own (" + name + ")";
            }
        }
        if (jws.header().containsKey("crit") || jws.header().containsKey("b64")) {
            return "its header asks for something that is not known here (crit)";
        }
        if (jws.header().containsKey("kid") && !(jws.header().get("kid") instanceof String)) {
            return "the name of its key (kid) is not a text";
        }
        if (policy != null
                && jws.header().containsKey("typ")
                && !(jws.header().get("typ") instanceof String type && TYPES.contains(type.toLowerCase(Locale.ROOT)))) {
            return "it is of another type than JWT (typ)";
        }
        return null;
    }

    private @Nullable String refusedSignature(CompactJws jws) {
        List<VerificationKey> named = keys.named(jws.header().get("kid") instanceof String id ? id : null);
        if (named.isEmpty()) {
            return "its key is not one of the issuer's";
        }
        List<VerificationKey.Usable> usable = named.stream()
                .filter(VerificationKey.Usable.class::isInstance)
                .map(VerificationKey.Usable.class::cast)
                .toList();
        if (usable.isEmpty()) {
            return named.getFirst() instanceof VerificationKey.Unusable(var id, String reason)
                    ? "its key " + reason
                    : null;
        }
        return usable.stream().anyMatch(key -> isSigned(jws, key.key()))
                ? null
                : "its signature is not by that key over this content";
    }

    private static boolean isSigned(CompactJws jws, RSAPublicKey key) {
        try {
            return new RSASSAVerifier(key).verify(RS256, jws.signed(), Base64URL.from(jws.encodedSignature()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private Verification claimed(Claims claims, TokenPolicy wanted) throws Claims.Refused {
        if (!claims.text("iss").equals(wanted.issuer())) {
            throw new Claims.Refused("it is of another issuer (iss)");
        }
        if (!claims.text("token_use").equals("access")) {
            throw new Claims.Refused("it is not an access token (token_use)");
        }
        if (!claims.text("client_id").equals(wanted.clientId())) {
            throw new Claims.Refused("it is for another application (client_id)");
        }
        Set<String> audience = claims.texts("aud");
        if (!audience.isEmpty() && !audience.contains(wanted.clientId())) {
            throw new Claims.Refused("it is for another application (aud)");
        }
        if (!List.of(claims.text("scope").split(" ", -1)).contains(wanted.scope())) {
            throw new Claims.Refused("it does not grant what is needed here (scope)");
        }
        Instant expires = checkedTimes(claims);
        return new Verification.Verified(wanted.issuer(), claims.text("sub"), claims.texts("cognito:groups"), expires);
    }

    /** @return when it expires */
    private Instant checkedTimes(Claims claims) throws Claims.Refused {
        Instant now = clock.instant();
        Instant expires = claims.time("exp");
        if (!now.isBefore(expires.plus(CLOCK_SKEW))) {
            throw new Claims.Refused("it has expired (exp)");
        }
        for (String name : List.of("nbf", "iat")) {
            @Nullable Instant from = claims.optionalTime(name);
            if (from != null && now.plus(CLOCK_SKEW).isBefore(from)) {
                throw new Claims.Refused("it is not good yet (" + name + ")");
            }
        }
        return expires;
    }
}
