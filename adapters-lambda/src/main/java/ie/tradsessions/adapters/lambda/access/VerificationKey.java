package ie.tradsessions.adapters.lambda.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key of an issuer's set, as far as we may verify by it. */
sealed interface VerificationKey {
    /** Its name within the set; null where it has none. */
    @Nullable
    String id();

    record Usable(@Nullable String id, RSAPublicKey key) implements VerificationKey {}

    /** @param reason as the end of a sentence that begins with "its key" */
    record Unusable(@Nullable String id, String reason) implements VerificationKey {}

    int MIN_BITS = 2048;
    /** More would only take time. */
    int MAX_BITS = 8192;
    /** FIPS 186-5: more than 2^16 and less than 2^256. */
    BigInteger MIN_EXPONENT = BigInteger.valueOf(65_537);

    int MAX_EXPONENT_BITS = 256;

    /**
     * All keys of a set: what is no key, or is broken, is left out.
     *
     * @throws ParseException if it is no key set
     */
    static List<VerificationKey> ofSet(String json) throws ParseException {
        // It gives null for the text "null".
        @Nullable Map<String, Object> set = JSONObjectUtils.parse(json);
        if (set == null || !(set.get("keys") instanceof List<?> members)) {
            throw new ParseException("a key set has a list of keys", 0);
        }
        List<VerificationKey> keys = new ArrayList<>();
        for (Object member : members) {
            if (member instanceof Map<?, ?> key) {
                keys.add(of(key));
            }
        }
        return keys;
    }

    private static VerificationKey of(Map<?, ?> member) {
        @Nullable String id = member.get("kid") instanceof String text ? text : null;
        try {
            @SuppressWarnings("unchecked") // JSON has no other names.
            Map<String, Object> members = (Map<String, Object>) member;
            return JWK.parse(members) instanceof RSAKey key ? of(id, key) : new Unusable(id, "is not of RSA");
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            return new Unusable(id, "cannot be read");
        }
    }

    private static VerificationKey of(@Nullable String id, RSAKey key) {
        if (key.isPrivate()) {
            return new Unusable(id, "is published with its private part");
        }
        if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) {
            return new Unusable(id, "is not for signatures (use)");
        }
        if (key.getKeyOperations() != null && !key.getKeyOperations().contains(KeyOperation.VERIFY)) {
            return new Unusable(id, "may not verify (key_ops)");
        }
        if (key.getAlgorithm() != null && !key.getAlgorithm().equals(JWSAlgorithm.RS256)) {
            return new Unusable(id, "is for another algorithm than RS256");
        }
        BigInteger modulus = key.getModulus().decodeToBigInteger();
        BigInteger exponent = key.getPublicExponent().decodeToBigInteger();
        if (modulus.bitLength() < MIN_BITS || modulus.bitLength() > MAX_BITS) {
            return new Unusable(
                    id, "has " + modulus.bitLength() + " bits, and " + MIN_BITS + " to " + MAX_BITS + " are allowed");
        }
        if (!modulus.testBit(0)
                || !exponent.testBit(0)
                || exponent.compareTo(MIN_EXPONENT) < 0
                || exponent.bitLength() > MAX_EXPONENT_BITS) {
            return new Unusable(id, "has a modulus or public exponent that no sound key has");
        }
        if (RocaFingerprint.isOn(modulus)) {
            return new Unusable(id, "is of a kind that can be factored (ROCA)");
        }
        try {
            return new Usable(id, key.toRSAPublicKey());
        } catch (com.nimbusds.jose.JOSEException e) {
            return new Unusable(id, "cannot be read");
        }
    }
}
