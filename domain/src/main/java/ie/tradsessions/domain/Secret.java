package ie.tradsessions.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A text that is told to somebody once: the code that hands a session over, the key of a personal calendar. It has the
 * form of an {@link Identifier}: 80 bits, which nobody can guess. Only its {@link Hash} is ever stored.
 */
public record Secret(String value) {
    public Secret {
        Identifier.checked("code", value);
    }

    /** @param random a source that nobody can predict */
    public static Secret random(RandomGenerator random) {
        return new Secret(Identifier.random(random));
    }

    public Hash hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return new Hash(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Keeps the secret out of logs and messages. */
    @Override
    public String toString() {
        return "Secret";
    }

    /**
     * Recognises a secret, and does not tell it.
     *
     * @param value the SHA-256 of the secret in Base64 for addresses (RFC 4648), 43 characters
     */
    public record Hash(String value) {
        private static final int LENGTH = 43;

        public Hash {
            if (value.length() != LENGTH) {
                throw new InvalidValue("hash", LENGTH + " characters");
            }
        }

        /** Whether this is the hash of {@code secret}; the comparison takes the same time whatever the answer. */
        public boolean isOf(Secret secret) {
            return MessageDigest.isEqual(
                    value.getBytes(StandardCharsets.US_ASCII),
                    secret.hash().value.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
