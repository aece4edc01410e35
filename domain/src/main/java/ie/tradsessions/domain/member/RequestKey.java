package ie.tradsessions.domain.member;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Recognises a request that a member sends again, because no response came to the first. Both parts are hashes of 48
 * bits, in Base64 for addresses (RFC 4648): nobody needs the texts again.
 *
 * @param key the hash of the operation and of the key that the member gave the request
 * @param body the hash of what the request asks for
 */
public record RequestKey(String key, String body) {
    private static final int BYTES = 6;

    /** @param key the one that the member gave the request; a request of another operation may have the same */
    public static RequestKey of(String operation, String key, String body) {
        return new RequestKey(hash(operation + "\n" + key), hash(body));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
