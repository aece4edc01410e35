package ie.tradsessions.adapters.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.application.StorageUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes an event to its route and the answer back: refusals become problems, the client's conditions, encodings and
 * origin are respected, and every request leaves one line in the log. Whatever an event holds, there is a response.
 */
final class Dispatcher<A> {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int MAX_QUERY_LENGTH = 4096;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT");
    private static final String NO_ROUTE = "none";

    private final Routes<A> routes;
    private final A api;
    private final Set<String> origins;
    private final InstantSource clock;
    private final AtomicBoolean cold = new AtomicBoolean(true);

    /** @param origins the web origins whose scripts may read the answers */
    Dispatcher(Routes<A> routes, A api, Set<String> origins, InstantSource clock) {
        this.routes = routes;
        this.api = api;
        this.origins = Set.copyOf(origins);
        this.clock = clock;
    }

    /** An answer, and what the log should say about how it came to be. */
    private record Outcome(
            String route, Answer answer, @Nullable RuntimeException failure) {}

    /** A response, and how many bytes its body has on the wire. */
    private record Reply(APIGatewayV2HTTPResponse response, int bytes) {}

    APIGatewayV2HTTPResponse respond(@Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
        Instant start = clock.instant();
        Request request = Request.of(event, context);
        Outcome outcome = TimeLeft.observed(context, start, () -> outcome(request));
        Reply reply = reply(request, outcome.answer());
        log(request, outcome, reply, Duration.between(start, clock.instant()));
        return reply.response();
    }

    private Outcome outcome(Request request) {
        String route = NO_ROUTE;
        try {
            String method = request.method().equals("HEAD") ? "GET" : request.method();
            Routes.Match<A> match = routes.match(method, PercentEncoding.segments(request.path()));
            route = switch (match) {
                case Routes.Match.Found<A>(var found, var variables) -> found.template();
                case Routes.Match.OtherMethods<A>(var template, var methods) -> template;
                case Routes.Match.Nothing<A>() -> NO_ROUTE;
            };
            return new Outcome(route, answer(request, match), null);
        } catch (InvalidRequest e) {
            return new Outcome(route, refusal(Problem.invalid(e.errors()), request), null);
        } catch (StorageUnavailable e) {
            return new Outcome(route, unavailable(request, e.retryAfter()), e);
        } catch (RuntimeException e) {
            return new Outcome(route, refusal(Problem.serverError(), request), e);
        }
    }

    private static Answer unavailable(Request request, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return refusal(Problem.unavailable(), request).with("Retry-After", Long.toString(seconds));
    }

    private Answer answer(Request request, Routes.Match<A> match) {
        return switch (match) {
            case Routes.Match.Found<A>(var found, var variables) -> {
                if (request.query().length() > MAX_QUERY_LENGTH) {
                    yield refusal(Problem.uriTooLong(MAX_QUERY_LENGTH), request);
                }
                Call call = new Call(
                        found.operation(), variables, PercentEncoding.parameters(request.query()), request.id());
                yield found.action().answer(api, call);
            }
            case Routes.Match.OtherMethods<A>(var template, var methods) -> otherMethod(request, methods);
            case Routes.Match.Nothing<A>() -> refusal(Problem.notFound("There is no such address."), request);
        };
    }

    private static Answer refusal(Problem problem, Request request) {
        return Answer.of(problem, request.id());
    }

    private Answer otherMethod(Request request, Set<String> methods) {
        Set<String> all = new TreeSet<>(methods);
        if (methods.contains("GET")) {
            all.add("HEAD");
        }
        all.add("OPTIONS");
        String allowed = String.join(", ", all);
        if (!request.method().equals("OPTIONS")) {
            return refusal(Problem.methodNotAllowed(allowed), request).with("Allow", allowed);
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("Allow", allowed);
        if (isListed(request.header("origin"))) {
            headers.put("Access-Control-Allow-Methods", allowed);
            headers.put("Access-Control-Allow-Headers", "If-None-Match");
            headers.put("Access-Control-Max-Age", "3600");
        }
        return new Answer(204, "", new byte[0], Caching.NONE, headers);
    }

    private Reply reply(Request request, Answer answer) {
        int status = answer.status();
        byte[] body = answer.body();
        Map<String, String> headers = new HashMap<>();
        headers.put("Cache-Control", answer.caching().directives());
        headers.put("Vary", origins.isEmpty() ? "Accept-Encoding" : "Accept-Encoding, Origin");
        headers.put("X-Content-Type-Options", "nosniff");
        String origin = request.header("origin");
        if (origin != null && isListed(origin)) {
            headers.put("Access-Control-Allow-Origin", origin);
            headers.put("Access-Control-Expose-Headers", "ETag, Link");
        }
        if (status == 200 && answer.caching() != Caching.NONE) {
            EntityTag tag = EntityTag.of(body, answer.headers());
            headers.put("ETag", tag.toString());
            if (tag.isNamedBy(request.header("if-none-match"))) {
                return new Reply(response(304, headers, "", false), 0);
            }
        }
        headers.putAll(answer.headers());
        if (!answer.contentType().isEmpty()) {
            headers.put("Content-Type", answer.contentType());
        }
        boolean compressed = Compression.pays(body, request.header("accept-encoding"));
        if (compressed) {
            headers.put("Content-Encoding", "gzip");
        }
        if (request.method().equals("HEAD")) {
            return new Reply(response(status, headers, "", false), 0);
        }
        if (compressed) {
            byte[] gzip = Compression.gzip(body);
            return new Reply(response(status, headers, Base64.getEncoder().encodeToString(gzip), true), gzip.length);
        }
        return new Reply(response(status, headers, new String(body, StandardCharsets.UTF_8), false), body.length);
    }

    private boolean isListed(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }

    private static APIGatewayV2HTTPResponse response(
            int status, Map<String, String> headers, String body, boolean base64) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .withIsBase64Encoded(base64)
                .build();
    }

    /** No query, no path, no address: what is logged says nothing about who asked or from where. */
    private void log(Request request, Outcome outcome, Reply reply, Duration taken) {
        LOG.atLevel(outcome.failure() == null ? Level.INFO : Level.ERROR)
                .setCause(outcome.failure())
                .addKeyValue("route", outcome.route())
                .addKeyValue("method", METHODS.contains(request.method()) ? request.method() : "other")
                .addKeyValue("status", reply.response().getStatusCode())
                .addKeyValue("milliseconds", taken.toNanos() / 1_000_000.0)
                .addKeyValue("requestId", request.id())
                .addKeyValue("cold", cold.getAndSet(false))
                .addKeyValue("bytes", reply.bytes())
                .log("request");
    }
}
