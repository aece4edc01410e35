package ie.tradsessions.infrastructure.local.server;

import io.undertow.server.HttpServerExchange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The path of an address, as it was sent and, for the web app, read strictly. */
final class WebPath {
    private WebPath() {}

    /** The path as it was sent, with its parameters, and without the host that a client may put before it. */
    static String of(HttpServerExchange exchange) {
        return exchange.isHostIncludedInRequestURI() ? exchange.getRequestPath() : exchange.getRequestURI();
    }

    /**
     * The path without its percent-encoding. Empty where that is not UTF-8, and for what only somebody writes who looks
     * for a way out: dots that lead up, backslashes, encoded slashes, control characters.
     */
    static Optional<String> decoded(String raw) {
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (letter == '%') {
                if (i + 2 >= raw.length()
                        || !HexFormat.isHexDigit(raw.charAt(i + 1))
                        || !HexFormat.isHexDigit(raw.charAt(i + 2))) {
                    return Optional.empty();
                }
                bytes[length] = (byte) HexFormat.fromHexDigits(raw, i + 1, i + 3);
                if (bytes[length] == '/') {
                    return Optional.empty();
                }
                i += 2;
            } else if (letter < 0x80) {
                bytes[length] = (byte) letter;
            } else {
                return Optional.empty();
            }
            length++;
        }
        try {
            // A new decoder reports what is malformed; new String(...) would replace it.
            String path = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            boolean leadsOut = path.chars().anyMatch(letter -> Character.isISOControl(letter) || letter == '\\')
                    || Stream.of(path.split("/", -1)).anyMatch(part -> part.equals(".") || part.equals(".."));
            return leadsOut ? Optional.empty() : Optional.of(path);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
