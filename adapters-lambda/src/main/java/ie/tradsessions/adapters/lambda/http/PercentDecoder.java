package ie.tradsessions.adapters.lambda.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes addresses (RFC 3986) strictly: only percent-encoded UTF-8 without control characters. The JDK's URLDecoder
 * takes a plus sign in a path for a space and replaces malformed UTF-8, where we refuse it.
 */
public final class PercentDecoder {
    private static final String ALLOWED = "percent-encoded UTF-8 without control characters";

    /** More than anybody needs, and few enough for a refusal that names each. */
    private static final int MAX_PARAMETERS = 100;

    private PercentDecoder() {}

    /**
     * The parameters of a query, in their order; one that is repeated has all its values.
     *
     * @throws InvalidRequest naming the parameters that are not percent-encoded UTF-8
     */
    static Map<String, List<String>> queryParameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        String[] pairs = query.split("&", -1);
        if (pairs.length > MAX_PARAMETERS) {
            throw new InvalidRequest("query", "must have at most " + MAX_PARAMETERS + " parameters");
        }
        for (String pair : pairs) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            Optional<String> name = decode((equals < 0 ? pair : pair.substring(0, equals)).replace('+', ' '));
            Optional<String> value =
                    decode(equals < 0 ? "" : pair.substring(equals + 1).replace('+', ' '));
            if (name.isPresent() && value.isPresent()) {
                parameters
                        .computeIfAbsent(name.get(), absent -> new ArrayList<>())
                        .add(value.get());
            } else {
                errors.add(new FieldError(name.orElse("query"), "must be " + ALLOWED));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return parameters;
    }

    /**
     * The decoded segments of a path.
     *
     * @throws InvalidRequest if one of them is not percent-encoded UTF-8
     */
    static List<String> pathSegments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            segments.add(decode(segment).orElseThrow(() -> new InvalidRequest("path", "must be " + ALLOWED)));
        }
        return segments;
    }

    /** The decoded text; empty where that is not UTF-8 without control characters. */
    public static Optional<String> decode(String encoded) {
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        int i = 0;
        while (i < encoded.length()) {
            char letter = encoded.charAt(i);
            if (letter == '%') {
                if (i + 2 >= encoded.length()
                        || !HexFormat.isHexDigit(encoded.charAt(i + 1))
                        || !HexFormat.isHexDigit(encoded.charAt(i + 2))) {
                    return Optional.empty();
                }
                bytes[length++] = (byte) HexFormat.fromHexDigits(encoded, i + 1, i + 3);
                i += 3;
            } else if (letter < 0x80) {
                bytes[length++] = (byte) letter;
                i++;
            } else {
                return Optional.empty();
            }
        }
        try {
            // A new decoder reports what is malformed; new String(...) would replace it.
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return decoded.chars().anyMatch(Character::isISOControl) ? Optional.empty() : Optional.of(decoded);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
