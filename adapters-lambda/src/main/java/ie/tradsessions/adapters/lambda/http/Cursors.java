package ie.tradsessions.adapters.lambda.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the token of a page, so that nobody else can make or change one; what a token holds is not looked at. A cursor
 * is, in base64url: a version byte, the token, and the first 16 bytes of an HMAC-SHA256 over both and over the
 * fingerprint of the list. The fingerprint is not in the cursor: with another list the seal does not verify.
 */
public final class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte VERSION = 1;
    private static final int SEAL_BYTES = 16;
    private static final int MIN_KEY_BYTES = 32;

    private final SecretKeySpec key;

    /** @param key at least 32 bytes */
    public Cursors(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("a cursor key has at least " + MIN_KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String sealed(String token, String list) {
        byte[] content = token.getBytes(StandardCharsets.UTF_8);
        byte[] cursor = ByteBuffer.allocate(1 + content.length + SEAL_BYTES)
                .put(VERSION)
                .put(content)
                .put(seal(content, list))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** The token in a cursor; empty unless we sealed it for this very list. */
    Optional<String> opened(String cursor, String list) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // The decoder ignores padding and spare bits, so several texts would stand for one cursor.
        if (bytes.length <= SEAL_BYTES
                || bytes[0] != VERSION
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .equals(cursor)) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(bytes, 1, bytes.length - SEAL_BYTES);
        byte[] seal = Arrays.copyOfRange(bytes, bytes.length - SEAL_BYTES, bytes.length);
        if (!MessageDigest.isEqual(seal, seal(content, list))) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("we sealed what is not UTF-8", e);
        }
    }

    private byte[] seal(byte[] content, String list) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(VERSION);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
            mac.update(content);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(), SEAL_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
