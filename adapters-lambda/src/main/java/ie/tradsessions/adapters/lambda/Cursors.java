package ie.tradsessions.adapters.lambda;

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
 * Turns the place where a page ended into text that only we can write. A cursor is, in base64url: a version byte, the
 * position, and the first 16 bytes of an HMAC-SHA256 over both and over the question that the pages answer. The
 * question itself is not in it: a cursor that is put to another question just does not verify.
 */
final class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte VERSION = 1;
    private static final int SEAL_BYTES = 16;
    private static final int MIN_KEY_BYTES = 32;

    private final SecretKeySpec key;

    Cursors(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("a cursor key has at least " + MIN_KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String sealed(String position, String question) {
        byte[] place = position.getBytes(StandardCharsets.UTF_8);
        byte[] cursor = ByteBuffer.allocate(1 + place.length + SEAL_BYTES)
                .put(VERSION)
                .put(place)
                .put(seal(place, question))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** The position in a cursor; empty unless we sealed it for this very question. */
    Optional<String> opened(String cursor, String question) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // The decoder overlooks padding and spare bits, so one place would have several spellings.
        if (bytes.length <= SEAL_BYTES
                || bytes[0] != VERSION
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .equals(cursor)) {
            return Optional.empty();
        }
        byte[] place = Arrays.copyOfRange(bytes, 1, bytes.length - SEAL_BYTES);
        byte[] seal = Arrays.copyOfRange(bytes, bytes.length - SEAL_BYTES, bytes.length);
        if (!MessageDigest.isEqual(seal, seal(place, question))) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(place))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("we sealed what is not UTF-8", e);
        }
    }

    private byte[] seal(byte[] place, String question) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(VERSION);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(place.length).array());
            mac.update(place);
            mac.update(question.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(), SEAL_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
