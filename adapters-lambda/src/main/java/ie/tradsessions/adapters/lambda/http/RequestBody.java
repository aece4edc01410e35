package ie.tradsessions.adapters.lambda.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Decodes the body of a request. */
public final class RequestBody {
    /** A longer one is refused. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_BASE64_LENGTH = (MAX_BYTES + 2) / 3 * 4;

    private RequestBody() {}

    /**
     * The bytes of the body; empty where there are more than {@value #MAX_BYTES}. What is clearly too long is not
     * decoded.
     *
     * @throws InvalidRequest if the body is not Base64, although the event says so
     */
    static Optional<byte[]> decoded(HttpRequest request) {
        String body = request.body();
        if (body.length() > (request.base64() ? MAX_BASE64_LENGTH : MAX_BYTES)) {
            return Optional.empty();
        }
        byte[] bytes = request.base64() ? fromBase64(body) : body.getBytes(StandardCharsets.UTF_8);
        return bytes.length > MAX_BYTES ? Optional.empty() : Optional.of(bytes);
    }

    private static byte[] fromBase64(String body) {
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("body", "must be Base64");
        }
    }
}
