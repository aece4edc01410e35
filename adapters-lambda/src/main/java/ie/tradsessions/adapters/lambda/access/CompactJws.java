package ie.tradsessions.adapters.lambda.access;

import ie.tradsessions.adapters.lambda.http.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The three parts of a signed token (JWS Compact Serialization, RFC 7515), with no latitude: another spelling of the same
 * token is no token.
 *
 * @param header its members
 * @param encodedHeader the header as it stands in the token; the payload, which may be empty, and the signature too
 */
record CompactJws(
        Map<String, @Nullable Object> header, String encodedHeader, String encodedPayload, String encodedSignature) {
    /** Cognito's have about 1,100. */
    static final int MAX_LENGTH = 8 * 1024;

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]*)\\.([A-Za-z0-9_-]+)");

    /** A text that is no such token; the message says why, as the end of a sentence. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why);
        }
    }

    static CompactJws of(String token) throws Malformed {
        if (token.length() > MAX_LENGTH) {
            throw new Malformed("it has more than " + MAX_LENGTH + " characters");
        }
        var parts = FORM.matcher(token);
        if (!parts.matches()) {
            throw new Malformed("it is not of three parts in base64url, with dots between them");
        }
        String header = parts.group(1);
        byte[] decodedHeader = decoded("header", header);
        decoded("payload", parts.group(2));
        decoded("signature", parts.group(3));
        try {
            return new CompactJws(JsonText.object(decodedHeader), header, parts.group(2), parts.group(3));
        } catch (JsonText.Malformed e) {
            throw new Malformed("its header has to be an object of JSON: " + e.why());
        }
    }

    byte[] payload() {
        return Base64.getUrlDecoder().decode(encodedPayload);
    }

    /** What the signature is about. */
    byte[] signed() {
        return (encodedHeader + "." + encodedPayload).getBytes(StandardCharsets.US_ASCII);
    }

    /** Bits that are left over at the end have to be zero: else several texts would be the same bytes. */
    private static byte[] decoded(String part, String text) throws Malformed {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed("its " + part + " is not base64url");
        }
        throw new Malformed("its " + part + " is not base64url in the one form that there is");
    }
}
