package ie.tradsessions.adapters.lambda.http;

import ie.tradsessions.application.Identity;
import ie.tradsessions.domain.InvalidValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request that has found its route. The body is not copied: only the route's handler sees it. */
public final class Request {
    /** What selects a page of a list, and not the list. */
    private static final Set<String> PAGE_PARAMETERS = Set.of(Paging.CURSOR, Paging.LIMIT);

    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    /** Whoever passes a response on compressed may have made its validator weak. */
    private static final Pattern VERSION_TAG = Pattern.compile("(?:W/)?\"v([0-9]{1,18})\"");

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final HttpRequest received;
    private final String operation;
    private final Map<String, String> variables;
    private final Map<String, List<String>> query;
    private final byte[] body;
    private final @Nullable Identity identity;

    /**
     * @param variables the decoded variables of the route's template
     * @param query the decoded parameters
     * @param body the decoded body, empty where the route takes none
     * @param identity of the member who asks; null where the route asks for none
     */
    Request(
            HttpRequest received,
            String operation,
            Map<String, String> variables,
            Map<String, List<String>> query,
            byte[] body,
            @Nullable Identity identity) {
        this.received = received;
        this.operation = operation;
        this.variables = variables;
        this.query = query;
        this.body = body;
        this.identity = identity;
    }

    public String method() {
        return received.method();
    }

    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no variable " + name);
        }
        return value;
    }

    /** The identifier in a variable of the path; empty where it has not the form of one, and so identifies nothing. */
    public <T> Optional<T> identifier(String name, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(variable(name)));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    public Parameters parameters() {
        return new Parameters(query);
    }

    /** @param name in lower case */
    public @Nullable String header(String name) {
        return received.header(name);
    }

    /** The value of a cookie; empty where it was not sent. */
    public Optional<String> cookie(String name) {
        return received.cookies().stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    /** Who asks, on a route for members. */
    public Identity identity() {
        if (identity == null) {
            throw new IllegalStateException(operation + " is not for members only");
        }
        return identity;
    }

    /** The access token that named who asks, on a route for members. */
    public String accessToken() {
        return BearerToken.of(header("authorization")).orElseThrow();
    }

    byte[] body() {
        return body;
    }

    /**
     * The object of JSON in the body, which has to be said to be one: without that, a form of another site could send it.
     *
     * @throws InvalidRequest if it is none
     */
    public JsonBody json() {
        String type = header("content-type");
        if (type == null || !JSON.matcher(type).matches()) {
            throw new RefusedRequest(Problem.unsupportedMediaType());
        }
        return JsonBody.of(body);
    }

    /**
     * The version that a change is made to, as If-Match says it.
     *
     * @throws RefusedRequest if If-Match is missing, or names no version of ours
     */
    public long expectedVersion() {
        String tag = header("if-match");
        if (tag == null) {
            throw new RefusedRequest(ChangeProblems.versionNeeded());
        }
        Matcher version = VERSION_TAG.matcher(tag.strip());
        if (!version.matches()) {
            // No version of ours has such a tag.
            throw new RefusedRequest(ChangeProblems.versionChanged());
        }
        return Long.parseLong(version.group(1));
    }

    /**
     * The Idempotency-Key, by which the request is recognised when it is sent again; null where it has none.
     *
     * @throws InvalidRequest if the key is too long, or has other characters than visible ones of ASCII
     */
    public @Nullable String idempotencyKey() {
        String key = header("idempotency-key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw new InvalidRequest("Idempotency-Key", "must be 1 to 100 visible characters of ASCII");
        }
        return key;
    }

    /** The same text for all requests of one operation with the same variables and parameters, and for no others. */
    public String fingerprint() {
        return canonical(Set.of());
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The result of what the request asks for.
     *
     * @throws InvalidRequest if a value of it is not allowed
     */
    public <T> T valid(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (InvalidValue e) {
            throw new InvalidRequest(e.field(), "must be " + e.allowed());
        }
    }

    public Response invalid(String field, String reason) {
        return problem(Problem.invalid(List.of(new FieldError(field, reason))));
    }

    /** @param retryAfter when to ask again */
    public Response unavailable(Duration retryAfter) {
        return Response.unavailable(retryAfter, received.id());
    }

    public Response problem(Problem problem) {
        return Response.problem(problem, received.id());
    }

    public Response notFound(String detail) {
        return Response.problem(Problem.notFound(detail), received.id());
    }

    /** The same text for all pages of one list, and for no other list. */
    String listFingerprint() {
        return canonical(PAGE_PARAMETERS);
    }

    /** Operation, variables and parameters, so encoded that different ones never give the same text. */
    private String canonical(Set<String> omitted) {
        StringBuilder text = new StringBuilder(operation);
        new TreeMap<>(variables).forEach((name, value) -> append(text, '/', name, value));
        new TreeMap<>(query).forEach((name, values) -> {
            if (!omitted.contains(name)) {
                values.forEach(value -> append(text, '&', name, value));
            }
        });
        return text.toString();
    }

    private static void append(StringBuilder text, char separator, String name, String value) {
        text.append(separator)
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
