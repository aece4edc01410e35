package ie.tradsessions.adapters.lambda.http;

import ie.tradsessions.domain.InvalidValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request that has found its route. The body is not copied: only the route's handler sees it. */
public final class Request {
    /** What selects a page of a list, and not the list. */
    private static final Set<String> PAGE_PARAMETERS = Set.of(Paging.CURSOR, Paging.LIMIT);

    private final HttpRequest received;
    private final String operation;
    private final Map<String, String> variables;
    private final Map<String, List<String>> query;
    private final byte[] body;

    /**
     * @param variables the decoded variables of the route's template
     * @param query the decoded parameters
     * @param body the decoded body, empty where the route takes none
     */
    Request(
            HttpRequest received,
            String operation,
            Map<String, String> variables,
            Map<String, List<String>> query,
            byte[] body) {
        this.received = received;
        this.operation = operation;
        this.variables = variables;
        this.query = query;
        this.body = body;
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

    public byte[] body() {
        return body;
    }

    public Response notFound(String detail) {
        return Response.problem(Problem.notFound(detail), received.id());
    }

    /** The same text for all pages of one list, and for no other list. */
    String listFingerprint() {
        return canonical(PAGE_PARAMETERS);
    }

    /** The same text for all requests that get the same response from the same content, and for no others. */
    String cacheKey() {
        return canonical(Set.of());
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
