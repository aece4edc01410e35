package ie.tradsessions.adapters.lambda.http;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.domain.InvalidValue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Responds to lists page by page: reads which page is asked for, and writes it with the cursor of the next. */
public final class Paging {
    static final String CURSOR = "cursor";
    static final String LIMIT = "limit";

    /** Lambda takes six megabytes, in which the quotes of a body are escaped once more. */
    private static final int MAX_BODY_BYTES = 4_000_000;

    private final Cursors cursors;

    public Paging(Cursors cursors) {
        this.cursors = cursors;
    }

    public int limit(Parameters parameters, int defaultLimit, int maxLimit) {
        Integer limit = parameters.one(LIMIT, ParameterParsers.wholeNumber(maxLimit));
        return limit == null ? defaultLimit : limit;
    }

    /** Where the earlier page ended, or null for the first page. */
    public @Nullable PageToken after(Parameters parameters, Request request) {
        return parameters.one(
                CURSOR,
                text -> cursors.opened(text, request.listFingerprint())
                        .map(PageToken::new)
                        .orElseThrow(
                                () -> new InvalidValue(CURSOR, "the next of an earlier page of the same question")));
    }

    /** The cursor of the next page, or null where this is the last. */
    public @Nullable String next(Page<?> page, Request request) {
        PageToken next = page.next();
        return next == null ? null : cursors.sealed(next.value(), request.listFingerprint());
    }

    /** A page as JSON: its items, and the cursor of the next. It has to fit a response. */
    public <T> Response page(Request request, Page<T> page, Caching caching, BiConsumer<JsonGenerator, T> writeItem) {
        return Response.json(
                Json.bytes(json -> {
                    json.writeStartObject();
                    Json.array(json, "items", page.items(), writeItem);
                    json.writeStringProperty("next", next(page, request));
                    json.writeEndObject();
                }),
                caching);
    }

    /** The same of as many items as are asked for or, where those do not fit a response, of fewer. */
    public <T> Response page(
            Request request,
            int limit,
            Caching caching,
            IntFunction<Page<T>> find,
            BiConsumer<JsonGenerator, T> writeItem) {
        return fitting(limit, find, page -> page(request, page, caching, writeItem));
    }

    /** Asks for fewer items where those asked for do not fit a response. */
    public static <T> Response fitting(int limit, IntFunction<Page<T>> find, Function<Page<T>, Response> write) {
        Response response = write.apply(find.apply(limit));
        for (int fewer = limit / 2; fewer > 0 && response.body().length > MAX_BODY_BYTES; fewer /= 2) {
            response = write.apply(find.apply(fewer));
        }
        return response;
    }
}
