package ie.tradsessions.adapters.lambda.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A body as API Gateway takes it: as text, or in Base64 where it is compressed.
 *
 * @param bytes how many bytes are sent to the client
 */
record EncodedBody(String text, boolean base64, int bytes) {
    static final EncodedBody EMPTY = new EncodedBody("", false, 0);

    static EncodedBody plain(byte[] utf8) {
        return new EncodedBody(new String(utf8, StandardCharsets.UTF_8), false, utf8.length);
    }

    static EncodedBody compressed(byte[] utf8) {
        byte[] gzip = Compression.gzip(utf8);
        return new EncodedBody(Base64.getEncoder().encodeToString(gzip), true, gzip.length);
    }
}
