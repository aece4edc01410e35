package ie.tradsessions.infrastructure.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The headers that tell a browser what the web app may do. Every server of the app sends those of one file, {@value
 * #FILE}; this one does not speak HTTPS and leaves out what is meant for that.
 */
final class SecurityHeaders {
    private static final String FILE = "/security-headers.json";
    private static final String ALWAYS = "always";

    private SecurityHeaders() {}

    /** By name. */
    static Map<String, String> read() {
        Map<String, String> headers = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(SecurityHeaders.class.getResourceAsStream(FILE));
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean always = json.currentName().equals(ALWAYS);
                json.nextToken();
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = json.currentName();
                    String value = json.nextStringValue();
                    if (always) {
                        headers.put(name, value);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(headers);
    }
}
