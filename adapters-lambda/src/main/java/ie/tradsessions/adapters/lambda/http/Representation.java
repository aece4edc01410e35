package ie.tradsessions.adapters.lambda.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A response in the encoding that the client accepts, before its conditions are looked at.
 *
 * @param headers those that describe the body, and those that the route adds
 * @param tag the validator, or null where the response may not be stored
 * @param cookies those that the route sets
 * @param body encoded when it is asked for, since a client that holds the response needs none
 */
record Representation(
        int status,
        Caching caching,
        Map<String, String> headers,
        List<String> cookies,
        @Nullable EntityTag tag,
        Supplier<EncodedBody> body) {
    static Representation of(Response response, boolean acceptsGzip) {
        byte[] body = response.body();
        boolean compressed = acceptsGzip && Compression.pays(body);
        Map<String, String> headers = new HashMap<>(response.headers());
        if (!response.contentType().isEmpty()) {
            headers.put("Content-Type", response.contentType());
        }
        if (compressed) {
            headers.put("Content-Encoding", "gzip");
        }
        boolean validated = response.status() == 200 && response.caching() != Caching.NO_STORE;
        return new Representation(
                response.status(),
                response.caching(),
                Map.copyOf(headers),
                response.cookies(),
                validated ? EntityTag.of(body, response.headers()) : null,
                () -> compressed ? EncodedBody.compressed(body) : EncodedBody.plain(body));
    }

    /** The same, with its body encoded once and for all. */
    Representation encoded() {
        EncodedBody encoded = body.get();
        return new Representation(status, caching, headers, cookies, tag, () -> encoded);
    }
}
