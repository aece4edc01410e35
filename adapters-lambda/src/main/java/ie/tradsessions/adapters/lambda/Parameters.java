package ie.tradsessions.adapters.lambda;

import ie.tradsessions.domain.InvalidValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of one request into values. What is wrong is gathered, so that the answer names all of it at
 * once; a name that nobody asks for is wrong too.
 */
final class Parameters {
    private final Map<String, List<String>> given;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** The value of a parameter that may be given once; null where it is absent or wrong. */
    <T> @Nullable T one(String name, Function<String, T> read) {
        known.add(name);
        List<String> texts = given.getOrDefault(name, List.of());
        if (texts.size() > 1) {
            refuse(name, "must be given only once");
        }
        return texts.isEmpty() ? null : read(name, texts.getFirst(), read);
    }

    /** The values of a parameter that may be repeated, in no order. */
    <T> Set<T> many(String name, Function<String, T> read) {
        known.add(name);
        Set<T> values = new HashSet<>();
        for (String text : given.getOrDefault(name, List.of())) {
            T value = read(name, text, read);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** A value that stands in the path; null where it is wrong. */
    <T> @Nullable T read(String name, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (InvalidValue e) {
            refuse(name, reason(e));
            return null;
        }
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    void refuse(String name, String reason) {
        FieldError error = new FieldError(name, reason);
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    /**
     * Says that all parameters are read.
     *
     * @throws InvalidRequest if anything about them is wrong
     */
    void check() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                refuse(name, unknown(name));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    /**
     * What the parameters add up to, once all of them are read.
     *
     * @throws InvalidRequest if anything about them is wrong, or if they do not go together
     */
    <Q> Q into(Supplier<Q> query) {
        check();
        try {
            return query.get();
        } catch (InvalidValue e) {
            throw new InvalidRequest(e.field(), reason(e));
        }
    }

    private String unknown(String name) {
        if (known.isEmpty()) {
            return "is not known here; there are no parameters";
        }
        return "is not known here"
                + Spelling.nearest(name, known)
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse(";")
                + " Known: " + String.join(", ", new TreeSet<>(known));
    }

    private static String reason(InvalidValue refused) {
        return "must be " + refused.allowed();
    }
}
