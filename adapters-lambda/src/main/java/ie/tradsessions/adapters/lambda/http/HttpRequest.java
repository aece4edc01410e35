package ie.tradsessions.adapters.lambda.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was received.
 *
 * @param path still percent-encoded
 * @param query still percent-encoded
 * @param headers by their names in lower case
 * @param cookies each as it was sent, name and value
 * @param body as API Gateway gives it, empty where there is none
 * @param base64 whether the body is encoded in Base64
 * @param id the request id, which our log and the platform's share; empty where nobody gave one
 */
record HttpRequest(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        List<String> cookies,
        String body,
        boolean base64,
        String id) {
    /** @param name in lower case */
    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}
