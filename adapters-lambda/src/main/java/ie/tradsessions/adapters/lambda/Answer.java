package ie.tradsessions.adapters.lambda;

import java.util.Map;

/**
 * What a request gets, before the client's conditions and encodings are looked at. The bytes are not copied: whoever
 * makes an answer gives them away.
 */
final class Answer {
    private static final String JSON = "application/json";

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Caching caching;
    private final Map<String, String> headers;

    Answer(int status, String contentType, byte[] body, Caching caching, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.caching = caching;
        this.headers = Map.copyOf(headers);
    }

    static Answer json(byte[] body, Caching caching) {
        return new Answer(200, JSON, body, caching, Map.of());
    }

    static Answer of(Problem problem, String requestId) {
        return new Answer(
                problem.status(),
                Problem.MEDIA_TYPE,
                Json.bytes(json -> problem.write(json, requestId)),
                caching(problem.status()),
                Map.of());
    }

    private static Caching caching(int status) {
        if (status == 400) {
            return Caching.PERSONAL;
        }
        return status < 500 ? Caching.NOTHING : Caching.NONE;
    }

    Answer with(String header, String value) {
        return new Answer(status, contentType, body, caching, Map.of(header, value));
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
