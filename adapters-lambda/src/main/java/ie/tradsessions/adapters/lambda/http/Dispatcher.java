package ie.tradsessions.adapters.lambda.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.application.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes each request to its route and responds: refusals become problem documents, the client's conditions, encodings
 * and origin are respected, and every request leaves one line in the log. Whatever an event holds, there is a response.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT");
    private static final String NO_ROUTE = "none";
    private static final byte[] NO_BODY = {};
    private static final int NO_CONTENT = 204;
    private static final String VARY = "Accept-Encoding";

    private final RouteTable table;
    private final Set<String> origins;
    private final InstantSource clock;
    private final @Nullable ResponseCache cache;
    private final AtomicBoolean cold = new AtomicBoolean(true);

    /**
     * @param origins the web origins whose scripts may read the responses
     * @param cache of the responses of cacheable routes, or null where none is kept
     */
    public Dispatcher(RouteTable table, Set<String> origins, InstantSource clock, @Nullable ResponseCache cache) {
        this.table = table;
        this.origins = Set.copyOf(origins);
        this.clock = clock;
        this.cache = cache;
    }

    /** The response, and what the log should say about how it came to be. */
    private record Outcome(
            String route, Representation response, @Nullable RuntimeException failure) {}

    public APIGatewayV2HTTPResponse respond(@Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
        Instant start = clock.instant();
        HttpRequest request = ApiGatewayEvents.request(event, context);
        Outcome outcome = InvocationDeadline.observing(context, start, () -> outcome(request));
        HttpResponse response = conditional(request, outcome.response());
        log(request, outcome, response, Duration.between(start, clock.instant()));
        return ApiGatewayEvents.response(response);
    }

    private Outcome outcome(HttpRequest request) {
        String route = NO_ROUTE;
        try {
            Optional<Problem> exceeded = RequestLimits.exceeded(request);
            if (exceeded.isPresent()) {
                return new Outcome(route, represented(request, problem(exceeded.get(), request)), null);
            }
            String method = request.method().equals("HEAD") ? "GET" : request.method();
            RouteTable.Match match = table.match(method, PercentDecoder.pathSegments(request.path()));
            route = switch (match) {
                case RouteTable.Match.Found(Route found, var variables) -> found.template();
                case RouteTable.Match.OtherMethods(String template, var methods) -> template;
                case RouteTable.Match.NotFound() -> NO_ROUTE;
            };
            return new Outcome(route, response(request, match), null);
        } catch (InvalidRequest e) {
            return new Outcome(route, represented(request, problem(Problem.invalid(e.errors()), request)), null);
        } catch (StorageUnavailable e) {
            return new Outcome(route, represented(request, unavailable(request, e.retryAfter())), e);
        } catch (RuntimeException e) {
            return new Outcome(route, represented(request, problem(Problem.serverError(), request)), e);
        }
    }

    private static Response unavailable(HttpRequest request, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return problem(Problem.unavailable(), request).withHeader("Retry-After", Long.toString(seconds));
    }

    private Representation response(HttpRequest request, RouteTable.Match match) {
        return switch (match) {
            case RouteTable.Match.Found(Route route, var variables) -> routed(request, route, variables);
            case RouteTable.Match.OtherMethods(var template, var methods) ->
                represented(request, otherMethod(request, methods));
            case RouteTable.Match.NotFound() ->
                represented(request, problem(Problem.notFound("There is no such address."), request));
        };
    }

    private Representation routed(HttpRequest received, Route route, Map<String, String> variables) {
        Optional<byte[]> body = route.takesBody() ? RequestBody.decoded(received) : Optional.of(NO_BODY);
        if (body.isEmpty()) {
            return represented(received, problem(Problem.contentTooLarge(), received));
        }
        Request request = new Request(
                received, route.operation(), variables, PercentDecoder.queryParameters(received.query()), body.get());
        boolean acceptsGzip = Compression.isAccepted(received.header("accept-encoding"));
        return cache == null || !route.cacheable()
                ? Representation.of(route.handler().apply(request), acceptsGzip)
                : cached(cache, request, route, acceptsGzip);
    }

    private static Representation cached(ResponseCache cache, Request request, Route route, boolean acceptsGzip) {
        ResponseCache.Moment now = cache.now();
        String key = (acceptsGzip ? "gzip " : "plain ") + request.cacheKey();
        return cache.find(key, now).orElseGet(() -> {
            Response response = route.handler().apply(request);
            Representation represented = Representation.of(response, acceptsGzip);
            return response.status() == 200 && response.caching().isShared()
                    ? cache.keep(key, now, represented)
                    : represented;
        });
    }

    private static Representation represented(HttpRequest request, Response response) {
        return Representation.of(response, Compression.isAccepted(request.header("accept-encoding")));
    }

    private static Response problem(Problem problem, HttpRequest request) {
        return Response.problem(problem, request.id());
    }

    private Response otherMethod(HttpRequest request, Set<String> methods) {
        Set<String> all = new TreeSet<>(methods);
        if (methods.contains("GET")) {
            all.add("HEAD");
        }
        all.add("OPTIONS");
        String allowed = String.join(", ", all);
        if (!request.method().equals("OPTIONS")) {
            return problem(Problem.methodNotAllowed(allowed), request).withHeader("Allow", allowed);
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("Allow", allowed);
        if (isListed(request.header("origin"))) {
            headers.put("Access-Control-Allow-Methods", allowed);
            headers.put("Access-Control-Allow-Headers", "If-None-Match");
            headers.put("Access-Control-Max-Age", "3600");
        }
        return new Response(NO_CONTENT, "", NO_BODY, Caching.NO_STORE, headers);
    }

    private HttpResponse conditional(HttpRequest request, Representation response) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Cache-Control", response.caching().directives());
        headers.put("Vary", origins.isEmpty() ? VARY : VARY + ", Origin");
        headers.put("X-Content-Type-Options", "nosniff");
        String origin = request.header("origin");
        if (origin != null && isListed(origin)) {
            headers.put("Access-Control-Allow-Origin", origin);
            headers.put("Access-Control-Expose-Headers", "ETag, Link");
        }
        EntityTag tag = response.tag();
        if (tag != null) {
            headers.put("ETag", tag.toString());
            if (tag.isNamedBy(request.header("if-none-match"))) {
                return new HttpResponse(304, headers, EncodedBody.EMPTY);
            }
        }
        headers.putAll(response.headers());
        EncodedBody body = response.body().get();
        if (response.status() != NO_CONTENT) {
            // Else whoever passes on the answer to HEAD, which has no body, would count none.
            headers.put("Content-Length", Integer.toString(body.bytes()));
        }
        return new HttpResponse(response.status(), headers, request.method().equals("HEAD") ? EncodedBody.EMPTY : body);
    }

    private boolean isListed(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }

    /** No query, no path, no address: what is logged says nothing about who asked or from where. */
    private void log(HttpRequest request, Outcome outcome, HttpResponse response, Duration taken) {
        LOG.atLevel(outcome.failure() == null ? Level.INFO : Level.ERROR)
                .setCause(outcome.failure())
                .addKeyValue("route", outcome.route())
                .addKeyValue("method", METHODS.contains(request.method()) ? request.method() : "other")
                .addKeyValue("status", response.status())
                .addKeyValue("milliseconds", taken.toNanos() / 1_000_000.0)
                .addKeyValue("requestId", request.id())
                .addKeyValue("cold", cold.getAndSet(false))
                .addKeyValue("bytes", response.body().bytes())
                .log("request");
    }
}
