package ie.tradsessions.adapters.lambda.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How large a request may be. Whoever receives requests before a function does refuses by the same limits. */
public final class RequestLimits {
    /** In characters, still percent-encoded; that of the query too. */
    public static final int MAX_PATH_LENGTH = 1024;

    public static final int MAX_QUERY_LENGTH = 4096;

    public static final int MAX_HEADERS = 100;

    /** Of names and values, with four bytes for each colon, space and line end. */
    public static final int MAX_HEADER_BYTES = 16 * 1024;

    private RequestLimits() {}

    /**
     * Whether an address is too long.
     *
     * @param path still percent-encoded
     * @param query still percent-encoded
     */
    public static boolean isTooLong(String path, String query) {
        return path.length() > MAX_PATH_LENGTH || query.length() > MAX_QUERY_LENGTH;
    }

    /** What is too large about a request, if anything is; the body by the length that its header declares. */
    static Optional<Problem> exceeded(HttpRequest request) {
        if (isTooLong(request.path(), request.query())) {
            return Optional.of(Problem.uriTooLong());
        }
        if (request.headers().size() > MAX_HEADERS || bytes(request) > MAX_HEADER_BYTES) {
            return Optional.of(Problem.headersTooLarge());
        }
        return declaresTooMuch(request.header("content-length"))
                ? Optional.of(Problem.contentTooLarge())
                : Optional.empty();
    }

    private static long bytes(HttpRequest request) {
        long bytes = 0;
        for (String cookie : request.cookies()) {
            bytes += cookie.length() + 2L;
        }
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            bytes += header.getKey().length() + header.getValue().length() + 4L;
        }
        return bytes;
    }

    private static boolean declaresTooMuch(@Nullable String contentLength) {
        if (contentLength == null || !contentLength.matches("[0-9]+")) {
            return false;
        }
        return contentLength.length() > 9 || Integer.parseInt(contentLength) > RequestBody.MAX_BYTES;
    }
}
