package ie.tradsessions.adapters.lambda.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.application.Identity;
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
    /** What scripts of other origins may send to a function that changes things, in the order of the alphabet. */
    public static final String WRITE_HEADERS = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match";

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT");
    private static final String NO_ROUTE = "none";
    private static final byte[] NO_BODY = {};
    private static final int NO_CONTENT = 204;
    private static final String READ_HEADERS = "If-None-Match";
    private static final String VARY = "Accept-Encoding";

    private final RouteTable table;
    private final Set<String> origins;
    private final InstantSource clock;
    private final @Nullable ResponseCache cache;
    private final @Nullable Authenticator authenticator;
    private final AtomicBoolean cold = new AtomicBoolean(true);

    /**
     * @param origins the web origins whose scripts may read the responses
     * @param cache of the responses of cacheable routes, or null where none is kept
     */
    public Dispatcher(RouteTable table, Set<String> origins, InstantSource clock, @Nullable ResponseCache cache) {
        this(table, origins, clock, cache, null);
    }

    /**
     * Keeps no responses.
     *
     * @param authenticator tells who sends a request to a route for members
     */
    public Dispatcher(RouteTable table, Authenticator authenticator, Set<String> origins, InstantSource clock) {
        this(table, origins, clock, null, authenticator);
    }

    private Dispatcher(
            RouteTable table,
            Set<String> origins,
            InstantSource clock,
            @Nullable ResponseCache cache,
            @Nullable Authenticator authenticator) {
        this.table = table;
        this.origins = Set.copyOf(origins);
        this.clock = clock;
        this.cache = cache;
        this.authenticator = authenticator;
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
        boolean open = true;
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
            open = !(match instanceof RouteTable.Match.Found(Route found, var variables))
                    || found.access() == Access.PUBLIC;
            return new Outcome(route, response(request, match), null);
        } catch (InvalidRequest e) {
            Response refused = problem(Problem.invalid(e.errors()), request);
            return new Outcome(route, represented(request, open ? refused : refused.notStored()), null);
        } catch (RefusedRequest e) {
            return new Outcome(
                    route, represented(request, problem(e.problem(), request).notStored()), null);
        } catch (StorageUnavailable e) {
            return new Outcome(route, represented(request, Response.unavailable(e.retryAfter(), request.id())), e);
        } catch (Unavailable e) {
            return new Outcome(route, represented(request, Response.unavailable(e.retryAfter(), request.id())), e);
        } catch (RuntimeException e) {
            return new Outcome(route, represented(request, problem(Problem.serverError(), request)), e);
        }
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
        return switch (route.access()) {
            case PUBLIC -> handled(received, route, variables, null);
            case SIGN_IN ->
                route.takesBody() && !SameSite.holds(received, origins)
                        ? represented(received, problem(Problem.crossSite(), received))
                        : handled(received, route, variables, null);
            case MEMBER -> ofMember(received, route, variables);
        };
    }

    private Representation ofMember(HttpRequest received, Route route, Map<String, String> variables) {
        Optional<String> token = BearerToken.of(received.header("authorization"));
        if (token.isEmpty()) {
            return notSignedIn(received, "Sign in first: this needs an access token.", "Bearer");
        }
        if (authenticator == null) {
            throw new IllegalStateException(route.key() + " is for members, and nobody tells who they are");
        }
        return switch (authenticator.authenticate(token.get())) {
            case Authenticator.Outcome.Known(Identity identity) -> handled(received, route, variables, identity);
            case Authenticator.Outcome.Refused(String reason) ->
                notSignedIn(
                        received,
                        "Sign in again: the access token was refused, " + reason + ".",
                        "Bearer error=\"invalid_token\"");
        };
    }

    private static Representation notSignedIn(HttpRequest received, String detail, String challenge) {
        return represented(
                received, problem(Problem.notSignedIn(detail), received).withHeader("WWW-Authenticate", challenge));
    }

    private Representation handled(
            HttpRequest received, Route route, Map<String, String> variables, @Nullable Identity identity) {
        Optional<byte[]> body = route.takesBody() ? RequestBody.decoded(received) : Optional.of(NO_BODY);
        if (body.isEmpty()) {
            return represented(received, problem(Problem.contentTooLarge(), received));
        }
        Request request = new Request(
                received,
                route.operation(),
                variables,
                PercentDecoder.queryParameters(received.query()),
                body.get(),
                identity);
        boolean acceptsGzip = Compression.isAccepted(received.header("accept-encoding"));
        if (cache != null && route.cacheable()) {
            return cached(cache, request, route, acceptsGzip);
        }
        Response response = route.handler().apply(request);
        return Representation.of(route.access() == Access.PUBLIC ? response : response.notStored(), acceptsGzip);
    }

    private static Representation cached(ResponseCache cache, Request request, Route route, boolean acceptsGzip) {
        ResponseCache.Moment now = cache.now();
        String key = (acceptsGzip ? "gzip " : "plain ") + request.fingerprint();
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
            headers.put("Access-Control-Allow-Headers", authenticator == null ? READ_HEADERS : WRITE_HEADERS);
            if (authenticator != null) {
                headers.put("Access-Control-Allow-Credentials", "true");
            }
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
            headers.put(
                    "Access-Control-Expose-Headers",
                    authenticator == null ? "ETag, Link" : "ETag, Location, Retry-After");
            if (authenticator != null) {
                headers.put("Access-Control-Allow-Credentials", "true");
            }
        }
        EntityTag tag = response.tag();
        if (tag != null) {
            headers.put("ETag", tag.toString());
            if (tag.isNamedBy(request.header("if-none-match"))) {
                return new HttpResponse(304, headers, response.cookies(), EncodedBody.EMPTY);
            }
        }
        headers.putAll(response.headers());
        EncodedBody body = response.body().get();
        if (response.status() != NO_CONTENT) {
            // Else whoever passes on the answer to HEAD, which has no body, would count none.
            headers.put("Content-Length", Integer.toString(body.bytes()));
        }
        return new HttpResponse(
                response.status(),
                headers,
                response.cookies(),
                request.method().equals("HEAD") ? EncodedBody.EMPTY : body);
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
