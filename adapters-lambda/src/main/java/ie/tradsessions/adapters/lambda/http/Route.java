package ie.tradsessions.adapters.lambda.http;

import java.util.Set;
import java.util.function.Function;

/**
 * A method and an address, with the handler of their requests.
 *
 * @param template the path, with the names of its variables in braces
 * @param operation its name in the OpenAPI document
 * @param cacheable whether its responses follow from the request, the content and the minute alone, see
 *     {@link ResponseCache}
 * @param access whom it answers
 */
public record Route(
        String method,
        String template,
        String operation,
        Function<Request, Response> handler,
        boolean cacheable,
        Access access) {
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    public static Route get(String template, String operation, Function<Request, Response> handler) {
        return new Route("GET", template, operation, handler, false, Access.PUBLIC);
    }

    public static Route cacheableGet(String template, String operation, Function<Request, Response> handler) {
        return new Route("GET", template, operation, handler, true, Access.PUBLIC);
    }

    public static Route signIn(String method, String template, String operation, Function<Request, Response> handler) {
        return new Route(method, template, operation, handler, false, Access.SIGN_IN);
    }

    public static Route member(String method, String template, String operation, Function<Request, Response> handler) {
        return new Route(method, template, operation, handler, false, Access.MEMBER);
    }

    /** Other methods give a body no meaning (RFC 9110), so it is ignored. */
    boolean takesBody() {
        return METHODS_WITH_BODY.contains(method);
    }

    /** As API Gateway names it, for example {@code GET /v1/sessions/{id}}. */
    public String key() {
        return method + " " + template;
    }
}
