package ie.tradsessions.adapters.lambda.http;

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
 * Reads the parameters of one request into values. All that is wrong is collected, so that one response names
 * all of it; a parameter that nobody asks for is wrong too. Blanks and invisible characters around a value, which come
 * with copied text, do not matter.
 */
public final class Parameters {
    private final Map<String, List<String>> given;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** The value of a parameter that may be given once; null where it is absent or wrong. */
    public <T> @Nullable T one(String name, Function<String, T> parser) {
        known.add(name);
        List<String> texts = given.getOrDefault(name, List.of());
        if (texts.size() > 1) {
            refuse(name, "must be given only once");
        }
        return texts.isEmpty() ? null : value(name, trimmed(texts.getFirst()), parser);
    }

    /** The values of a parameter that may be repeated, in no order; each of them once. */
    public <T> Set<T> many(String name, Function<String, T> parser) {
        known.add(name);
        Set<T> values = new HashSet<>();
        for (String text : given.getOrDefault(name, List.of())) {
            T value = value(name, trimmed(text), parser);
            if (value != null && !values.add(value)) {
                refuse(name, "must not be repeated with the same value, " + value);
            }
        }
        return values;
    }

    /** A value that stands elsewhere, for example in the path; null where it is wrong. */
    public <T> @Nullable T value(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (InvalidValue e) {
            refuse(name, reason(e));
            return null;
        }
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    public void refuse(String name, String reason) {
        FieldError error = new FieldError(name, reason);
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    /**
     * Ends the reading: from here on no parameter is read.
     *
     * @throws InvalidRequest if anything about them is wrong
     */
    public void check() {
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
    public <Q> Q into(Supplier<Q> query) {
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
                + ClosestName.to(name, known)
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse(";")
                + " Known: " + String.join(", ", new TreeSet<>(known));
    }

    static String trimmed(String text) {
        int[] letters = text.codePoints().toArray();
        int from = 0;
        int to = letters.length;
        while (from < to && isBlank(letters[from])) {
            from++;
        }
        while (to > from && isBlank(letters[to - 1])) {
            to--;
        }
        return new String(letters, from, to - from);
    }

    /** White space of any width, and format characters such as zero-width spaces and direction marks. */
    private static boolean isBlank(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT;
    }

    private static String reason(InvalidValue refused) {
        return "must be " + refused.allowed();
    }
}
