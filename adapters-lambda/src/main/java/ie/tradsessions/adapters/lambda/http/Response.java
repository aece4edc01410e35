package ie.tradsessions.adapters.lambda.http;

import java.util.HashMap;
import java.util.Map;

/**
 * What a route's handler responds, before the client's conditions and encodings are looked at. The body is not copied:
 * whoever makes a response gives it away.
 */
public final class Response {
    private static final String JSON = "application/json";

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Caching caching;
    private final Map<String, String> headers;

    /** @param contentType empty where there is no body */
    public Response(int status, String contentType, byte[] body, Caching caching, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.caching = caching;
        this.headers = Map.copyOf(headers);
    }

    public static Response json(byte[] body, Caching caching) {
        return new Response(200, JSON, body, caching, Map.of());
    }

    static Response problem(Problem problem, String requestId) {
        return new Response(
                problem.status(),
                Problem.MEDIA_TYPE,
                Json.bytes(json -> problem.write(json, requestId)),
                problem.caching(),
                Map.of());
    }

    public Response withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, body, caching, more);
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    Caching caching() {
        return caching;
    }

    Map<String, String> headers() {
        return headers;
    }
}
