package ie.tradsessions.adapters.lambda.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The problem documents of a server that refuses a request before a function sees it. */
public final class ServerProblems {
    private static final FieldError NOT_HTTP = new FieldError(
            "request", "must be an HTTP/1.1 request with one Host, and its address percent-encoded UTF-8");

    private ServerProblems() {}

    /**
     * The response to what cannot be read as a request.
     *
     * @param path as it was sent, as far as it was read
     * @param query as it was sent, as far as it was read
     */
    public static APIGatewayV2HTTPResponse malformed(String path, String query) {
        if (RequestLimits.isTooLong(path, query)) {
            return response(Problem.uriTooLong());
        }
        try {
            PercentDecoder.pathSegments(path);
            PercentDecoder.queryParameters(query);
            return response(Problem.invalid(List.of(NOT_HTTP)));
        } catch (InvalidRequest e) {
            return response(Problem.invalid(e.errors()));
        }
    }

    /** The response with a status that says why the server refuses. */
    public static APIGatewayV2HTTPResponse ofStatus(int status) {
        return switch (status) {
            case 400 -> response(Problem.invalid(List.of(NOT_HTTP)));
            case 413 -> response(Problem.contentTooLarge());
            case 414 -> response(Problem.uriTooLong());
            case 431 -> response(Problem.headersTooLarge());
            case 503 -> {
                APIGatewayV2HTTPResponse busy = response(Problem.unavailable());
                busy.getHeaders().put("Retry-After", "1");
                yield busy;
            }
            default -> response(Problem.serverError());
        };
    }

    private static APIGatewayV2HTTPResponse response(Problem problem) {
        EncodedBody body = EncodedBody.plain(Json.bytes(json -> problem.write(json, "")));
        Map<String, String> headers = new HashMap<>();
        headers.put("Cache-Control", Caching.NO_STORE.directives());
        headers.put("Vary", "Accept-Encoding");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(problem.status())
                .withHeaders(headers)
                .withBody(body.text())
                .build();
    }
}
