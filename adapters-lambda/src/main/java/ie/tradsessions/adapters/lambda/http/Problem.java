package ie.tradsessions.adapters.lambda.http;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** A problem document (RFC 9457). */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<FieldError> errors,
        Consumer<JsonGenerator> extension) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** One that is not about fields. */
    public Problem(String type, String title, int status, String detail) {
        this(type, title, status, detail, List.of());
    }

    private Problem(String type, String title, int status, String detail, List<FieldError> errors) {
        this(type, title, status, detail, errors, json -> {});
    }

    /** The same, with more members. */
    Problem with(Consumer<JsonGenerator> more) {
        return new Problem(type, title, status, detail, errors, more);
    }

    public static Problem invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? "One field is not valid: " + errors.getFirst().field() + "."
                : errors.size() + " fields are not valid; all of them are listed.";
        return new Problem("/problems/invalid-request", "The request is not valid", 400, detail, errors);
    }

    static Problem notFound(String detail) {
        return new Problem("/problems/not-found", "Not found", 404, detail, List.of());
    }

    public static Problem notSignedIn(String detail) {
        return new Problem("/problems/not-signed-in", "Not signed in", 401, detail);
    }

    static Problem crossSite() {
        return new Problem(
                "/problems/cross-site",
                "From another site",
                403,
                "Only pages of this site may ask that. Open it, and try again there.");
    }

    static Problem methodNotAllowed(String allowed) {
        return new Problem(
                "/problems/method-not-allowed",
                "Method not allowed",
                405,
                "This address answers only " + allowed + ".",
                List.of());
    }

    static Problem uriTooLong() {
        return new Problem(
                "/problems/uri-too-long",
                "Address too long",
                414,
                "The path may have at most " + RequestLimits.MAX_PATH_LENGTH + " characters, the query at most "
                        + RequestLimits.MAX_QUERY_LENGTH + ".",
                List.of());
    }

    static Problem contentTooLarge() {
        return new Problem(
                "/problems/content-too-large",
                "Body too large",
                413,
                "The body may have at most " + RequestBody.MAX_BYTES + " bytes.",
                List.of());
    }

    static Problem unsupportedMediaType() {
        return new Problem(
                "/problems/unsupported-media-type", "Not JSON", 415, "The body has to be application/json, in UTF-8.");
    }

    static Problem headersTooLarge() {
        return new Problem(
                "/problems/headers-too-large",
                "Headers too large",
                431,
                "There may be at most " + RequestLimits.MAX_HEADERS + " headers, of at most "
                        + RequestLimits.MAX_HEADER_BYTES + " bytes together.",
                List.of());
    }

    static Problem serverError() {
        return new Problem(
                "/problems/server-error",
                "Something went wrong",
                500,
                "Something went wrong on our side, not on yours. Trying again later may help.",
                List.of());
    }

    public static Problem unavailable() {
        return new Problem(
                "/problems/unavailable",
                "Not available now",
                503,
                "We cannot look that up at the moment. Trying again in a few seconds should help.",
                List.of());
    }

    /** How long it may be kept: a bad request may hold somebody's position, and a failure may be over at once. */
    Caching caching() {
        if (status == 400) {
            return Caching.PRIVATE;
        }
        return status == 401 || status == 403 || status >= 500 ? Caching.NO_STORE : Caching.NOT_FOUND;
    }

    /** @param requestId names the request in the log */
    void write(JsonGenerator json, String requestId) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeStringProperty("title", title);
        json.writeNumberProperty("status", status);
        json.writeStringProperty("detail", detail);
        if (!requestId.isEmpty()) {
            json.writeStringProperty("instance", "urn:request:" + requestId);
        }
        json.writeArrayPropertyStart("errors");
        for (FieldError error : errors) {
            json.writeStartObject();
            json.writeStringProperty("field", error.field());
            json.writeStringProperty("reason", error.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        extension.accept(json);
        json.writeEndObject();
    }
}
