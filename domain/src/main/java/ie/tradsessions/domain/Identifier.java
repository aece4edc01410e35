package ie.tradsessions.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The form of every identifier: 16 letters and digits of Crockford's base 32, lower case, which is 80 bits. Short
 * enough to read out, safe in an address, and wide enough that a thousand million of them collide with a chance of less
 * than one in a million.
 */
public final class Identifier {
    public static final int LENGTH = 16;

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private Identifier() {}

    /** @throws InvalidValue if {@code value} is not of the form */
    public static String checked(String field, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(field, LENGTH + " letters and digits, as in addresses of this site");
        }
        return value;
    }

    public static String random(RandomGenerator random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return spelled(bytes);
    }

    /** The one identifier that belongs to a name: importing the same thing twice gives it the same identifier. */
    public static String derivedFrom(String name) {
        try {
            return spelled(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String spelled(byte[] bytes) {
        StringBuilder spelled = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            spelled.append(ALPHABET.charAt(bytes[i] & 31));
        }
        return spelled.toString();
    }
}
