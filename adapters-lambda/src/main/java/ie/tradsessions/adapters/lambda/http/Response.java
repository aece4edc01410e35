package ie.tradsessions.adapters.lambda.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private final List<String> cookies;

    /** @param contentType empty where there is no body */
    public Response(int status, String contentType, byte[] body, Caching caching, Map<String, String> headers) {
        this(status, contentType, body, caching, headers, List.of());
    }

    private Response(
            int status,
            String contentType,
            byte[] body,
            Caching caching,
            Map<String, String> headers,
            List<String> cookies) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.caching = caching;
        this.headers = Map.copyOf(headers);
        this.cookies = List.copyOf(cookies);
    }

    public static Response json(byte[] body, Caching caching) {
        return new Response(200, JSON, body, caching, Map.of());
    }

    /** The same, with another status. */
    public Response withStatus(int other) {
        return new Response(other, contentType, body, caching, headers, cookies);
    }

    /** The same with status 201, and with the address of what was added. */
    public Response created(String address) {
        return withStatus(201).withHeader("Location", address);
    }

    /** The same, with its version as the ETag, which a change of it has to name. */
    public Response withVersion(long version) {
        return withHeader("ETag", "\"v" + version + '"');
    }

    /** What was at this address is at another one. */
    public static Response moved(String address, Caching caching) {
        return new Response(301, "", new byte[0], caching, Map.of("Location", address));
    }

    /** Done, and there is nothing to tell. */
    public static Response noContent() {
        return new Response(204, "", new byte[0], Caching.NO_STORE, Map.of());
    }

    static Response problem(Problem problem, String requestId) {
        return new Response(
                problem.status(),
                Problem.MEDIA_TYPE,
                Json.bytes(json -> problem.write(json, requestId)),
                problem.caching(),
                Map.of());
    }

    static Response unavailable(Duration retryAfter, String requestId) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return problem(Problem.unavailable(), requestId).withHeader("Retry-After", Long.toString(seconds));
    }

    public Response withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, body, caching, more, cookies);
    }

    /** @param cookie the value of a Set-Cookie header */
    public Response withCookie(String cookie) {
        List<String> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Response(status, contentType, body, caching, headers, more);
    }

    /** The same, for this client and this moment only. */
    Response notStored() {
        return new Response(status, contentType, body, Caching.NO_STORE, headers, cookies);
    }

    List<String> cookies() {
        return cookies;
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
