package ie.tradsessions.adapters.lambda.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All routes of one function. */
public record RouteTable(List<Route> routes) {
    public RouteTable {
        routes = List.copyOf(routes);
    }

    sealed interface Match {
        record Found(Route route, Map<String, String> variables) implements Match {}

        /** There is such a path, but it has other methods. */
        record OtherMethods(String template, Set<String> methods) implements Match {}

        record NotFound() implements Match {}
    }

    /** @param segments the decoded segments of the path */
    Match match(String method, List<String> segments) {
        Set<String> methods = new TreeSet<>();
        String template = "";
        for (Route route : routes) {
            Map<String, String> variables = new HashMap<>();
            if (fits(route.template(), segments, variables)) {
                if (route.method().equals(method)) {
                    return new Match.Found(route, variables);
                }
                methods.add(route.method());
                template = route.template();
            }
        }
        return methods.isEmpty() ? new Match.NotFound() : new Match.OtherMethods(template, methods);
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
