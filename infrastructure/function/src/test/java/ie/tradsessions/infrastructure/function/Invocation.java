package ie.tradsessions.infrastructure.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.JsonText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What Lambda hands to a function, and what it gets back. */
public final class Invocation {
    private Invocation() {}

    /**
     * The response of a function to an event of API Gateway.
     *
     * @param body encoded, where the headers say so
     */
    public record Response(int status, Map<String, String> headers, String body) {
        /** @throws IllegalArgumentException if it is not what API Gateway takes */
        public static Response of(String json) {
            try {
                Map<String, Object> response = JsonText.object(json);
                return new Response(
                        ((BigDecimal) response.get("statusCode")).intValueExact(),
                        texts(response.get("headers")),
                        (String) response.get("body"));
            } catch (JsonText.Malformed | ClassCastException | NullPointerException e) {
                throw new IllegalArgumentException("not a response: " + json, e);
            }
        }

        @SuppressWarnings("unchecked") // What is no text fails where it is looked at.
        private static Map<String, String> texts(Object object) {
            return (Map<String, String>) object;
        }
    }

    /** An event of API Gateway without a body. */
    public static String event(String method, String path, Map<String, String> headers) {
        return event(method, path, headers, null);
    }

    /**
     * An event of API Gateway, payload format 2.0.
     *
     * @param body or null where there is none
     */
    public static String event(String method, String path, Map<String, String> headers, String body) {
        byte[] event = Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("version", "2.0");
            json.writeStringProperty("rawPath", path);
            json.writeStringProperty("rawQueryString", "");
            json.writeObjectPropertyStart("headers");
            headers.forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeObjectPropertyStart("requestContext");
            json.writeStringProperty("requestId", "Kf3aXh7wDoEEPXg=");
            json.writeObjectPropertyStart("http");
            json.writeStringProperty("method", method);
            json.writeStringProperty("path", path);
            json.writeEndObject();
            json.writeEndObject();
            if (body != null) {
                json.writeStringProperty("body", body);
            }
            json.writeBooleanProperty("isBase64Encoded", false);
            json.writeEndObject();
        });
        return new String(event, StandardCharsets.UTF_8);
    }

    public static String get(String path) {
        return event("GET", path, Map.of());
    }

    /** Calls the function in this process, without a context. */
    public static String of(RequestStreamHandler function, String input) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
