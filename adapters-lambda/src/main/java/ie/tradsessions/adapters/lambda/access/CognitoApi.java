package ie.tradsessions.adapters.lambda.access;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.JsonText;
import ie.tradsessions.adapters.lambda.http.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Calls Amazon Cognito's JSON API for user pools, those of its operations that a client without AWS credentials may call.
 * What it sends and gets is never logged.
 */
public final class CognitoApi {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final String TARGET = "AWSCognitoIdentityProviderService.";
    private static final int FIRST_SERVER_ERROR = 500;

    private final HttpClient http;

    public CognitoApi() {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What an operation answered. */
    public sealed interface Reply {
        record Ok(Map<String, @Nullable Object> body) implements Reply {
            @Override
            public String toString() {
                return "Ok";
            }
        }

        /**
         * @param code such as {@code NotAuthorizedException}
         * @param message for people, in English
         */
        record Failed(String code, String message) implements Reply {}
    }

    /**
     * @param parameters writes the fields of the request
     * @throws Unavailable if there is no answer in time, or one that tells of trouble on the other side
     */
    public Reply call(URI endpoint, String operation, Consumer<JsonGenerator> parameters) {
        byte[] body = Json.bytes(json -> {
            json.writeStartObject();
            parameters.accept(json);
            json.writeEndObject();
        });
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", TARGET + operation)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = sent(operation, request);
        Map<String, @Nullable Object> answer = members(operation, response);
        if (response.statusCode() == 200) {
            return new Reply.Ok(answer);
        }
        return new Reply.Failed(code(answer.get("__type")), String.valueOf(answer.get("message")));
    }

    /**
     * Posts a form to an OAuth 2.0 endpoint.
     *
     * @param form encoded
     */
    public Reply post(URI endpoint, String form) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<byte[]> response = sent(endpoint.getPath(), request);
        Map<String, @Nullable Object> answer = members(endpoint.getPath(), response);
        return response.statusCode() == 200
                ? new Reply.Ok(answer)
                : new Reply.Failed(String.valueOf(answer.get("error")), "");
    }

    private HttpResponse<byte[]> sent(String operation, HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() >= FIRST_SERVER_ERROR) {
                throw unavailable(operation, "status " + response.statusCode(), null);
            }
            return response;
        } catch (IOException e) {
            throw unavailable(operation, "no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(operation, "interrupted", e);
        }
    }

    /** Some operations answer with no body at all. */
    private static Map<String, @Nullable Object> members(String operation, HttpResponse<byte[]> response) {
        if (response.body().length == 0) {
            return Map.of();
        }
        try {
            return JsonText.object(response.body());
        } catch (JsonText.Malformed e) {
            throw unavailable(operation, "an answer that is no JSON, with status " + response.statusCode(), null);
        }
    }

    private static Unavailable unavailable(String operation, String what, @Nullable Throwable cause) {
        return new Unavailable("the sign-in provider: " + operation + ": " + what, RETRY_AFTER, cause);
    }

    /** Without the name space that some answers put before it. */
    private static String code(@Nullable Object type) {
        String text = String.valueOf(type);
        return text.substring(text.indexOf('#') + 1);
    }
}
