package ie.tradsessions.adapters.lambda;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that has found its route.
 *
 * @param variables the variables of the route's template
 * @param query the decoded parameters
 */
record Call(String operation, Map<String, String> variables, Map<String, List<String>> query, String requestId) {
    String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no variable " + name);
        }
        return value;
    }

    Parameters parameters() {
        return new Parameters(query);
    }

    Answer notFound(String detail) {
        return Answer.of(Problem.notFound(detail), requestId);
    }

    /** What is asked, apart from which page of it: the same for all pages of one list, and for nothing else. */
    String question() {
        Map<String, List<String>> asked = new TreeMap<>(query);
        asked.remove("cursor");
        asked.remove("limit");
        return operation + new TreeMap<>(variables) + asked;
    }
}
