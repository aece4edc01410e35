package ie.tradsessions.adapters.lambda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The addresses that a function answers.
 *
 * @param <A> what the actions work on
 */
record Routes<A>(List<Route<A>> table) {
    Routes {
        table = List.copyOf(table);
    }

    @FunctionalInterface
    interface Action<A> {
        Answer answer(A api, Call call);
    }

    /**
     * One address.
     *
     * @param template the path, with the names of its variables in braces
     * @param operation its name in the OpenAPI document
     */
    record Route<A>(String method, String template, String operation, Action<A> action) {}

    sealed interface Match<A> {
        record Found<A>(Route<A> route, Map<String, String> variables) implements Match<A> {}

        /** There is such a path, but it has other methods. */
        record OtherMethods<A>(String template, Set<String> methods) implements Match<A> {}

        record Nothing<A>() implements Match<A> {}
    }

    Match<A> match(String method, List<String> segments) {
        Set<String> methods = new TreeSet<>();
        String template = "";
        for (Route<A> route : table) {
            Map<String, String> variables = new HashMap<>();
            if (fits(route.template(), segments, variables)) {
                if (route.method().equals(method)) {
                    return new Match.Found<>(route, variables);
                }
                methods.add(route.method());
                template = route.template();
            }
        }
        return methods.isEmpty() ? new Match.Nothing<>() : new Match.OtherMethods<>(template, methods);
    }

    private static boolean fits(String template, List<String> segments, Map<String, String> variables) {
        String[] parts = template.split("/", -1);
        if (parts.length != segments.size()) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            String segment = segments.get(i);
            if (parts[i].startsWith("{")) {
                variables.put(parts[i].substring(1, parts[i].length() - 1), segment);
            } else if (!parts[i].equals(segment)) {
                return false;
            }
        }
        return true;
    }
}
