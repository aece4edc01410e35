package ie.tradsessions.adapters.lambda.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All routes of one function. */
public final class RouteTable {
    private final List<Entry> entries;
    private final Map<String, Set<String>> sharedMethods;

    /** The routes of a function that has all of its addresses to itself. */
    public RouteTable(List<Route> routes) {
        this(routes, Map.of());
    }

    /**
     * @param sharedMethods by template, all methods of the addresses that another function serves too: whoever asks by one
     *     that there is not is told of all (RFC 9110, 15.5.6)
     */
    public RouteTable(List<Route> routes, Map<String, Set<String>> sharedMethods) {
        this.sharedMethods = Map.copyOf(sharedMethods);
        entries = routes.stream()
                .map(route -> new Entry(
                        route,
                        Stream.of(route.template().split("/", -1)).map(Part::of).toList()))
                .toList();
    }

    private record Entry(Route route, List<Part> parts) {}

    /** What stands between two slashes of a template: the text itself, or the name of a variable. */
    private record Part(String text, boolean isVariable) {
        static Part of(String part) {
            return part.startsWith("{") ? new Part(part.substring(1, part.length() - 1), true) : new Part(part, false);
        }

        boolean fits(String segment) {
            return isVariable || text.equals(segment);
        }
    }

    public List<Route> routes() {
        return entries.stream().map(Entry::route).toList();
    }

    /**
     * Whether a route of this table has this method and path.
     *
     * @param path still percent-encoded
     */
    public boolean answers(String method, String path) {
        return match(method, path) instanceof Match.Found;
    }

    /** Whether a route of this table has this path, by whatever method. */
    public boolean hasAddress(String path) {
        return !(match("", path) instanceof Match.NotFound);
    }

    private Match match(String method, String path) {
        try {
            return match(method.equals("HEAD") ? "GET" : method, PercentDecoder.pathSegments(path));
        } catch (InvalidRequest e) {
            return new Match.NotFound();
        }
    }

    sealed interface Match {
        record Found(Route route, Map<String, String> variables) implements Match {}

        /** There is such a path, but it has other methods: these, of whatever function. */
        record OtherMethods(String template, Set<String> methods) implements Match {}

        record NotFound() implements Match {}
    }

    /** @param segments the decoded segments of the path */
    Match match(String method, List<String> segments) {
        Set<String> methods = new TreeSet<>();
        String template = "";
        for (Entry entry : entries) {
            if (fits(entry.parts(), segments)) {
                Route route = entry.route();
                if (route.method().equals(method)) {
                    return new Match.Found(route, variables(entry.parts(), segments));
                }
                methods.add(route.method());
                methods.addAll(sharedMethods.getOrDefault(route.template(), Set.of()));
                template = route.template();
            }
        }
        return methods.isEmpty() ? new Match.NotFound() : new Match.OtherMethods(template, methods);
    }

    private static boolean fits(List<Part> parts, List<String> segments) {
        if (parts.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).fits(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> variables(List<Part> parts, List<String> segments) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isVariable()) {
                variables.put(parts.get(i).text(), segments.get(i));
            }
        }
        return variables;
    }
}
