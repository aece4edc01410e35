package ie.tradsessions.adapters.lambda.http;

import ie.tradsessions.domain.InvalidValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the object of JSON in a request's body into values. As with {@link Parameters}, all that is wrong is collected, each
 * with the path of its field ({@code schedule.start}), and a field that nobody asks for is wrong too. Null is as good as
 * absent.
 */
public final class JsonBody {
    private static final String BODY = "body";
    private static final String NEEDED = "is needed";
    private static final int MAX_DEPTH = 8;
    private static final int MAX_NAME_LENGTH = 60;
    private static final int MAX_NUMBER_LENGTH = 30;

    /** More than the longest body of use has. */
    private static final int MAX_TOKENS = 4_000;

    private static final JsonFactory FACTORY = JsonText.factory(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNameLength(MAX_NAME_LENGTH)
            .maxNumberLength(MAX_NUMBER_LENGTH)
            .maxTokenCount(MAX_TOKENS)
            .build());

    private final String path;
    private final Map<String, @Nullable Object> given;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, JsonBody> objects = new HashMap<>();
    private final List<FieldError> errors;

    private JsonBody(String path, Map<String, @Nullable Object> given, List<FieldError> errors) {
        this.path = path;
        this.given = given;
        this.errors = errors;
    }

    /** @throws InvalidRequest if the body is not one object of JSON, or far larger or deeper than any that is of use */
    static JsonBody of(byte[] body) {
        try {
            return new JsonBody("", JsonText.object(body, FACTORY), new ArrayList<>());
        } catch (JsonText.Malformed e) {
            throw new InvalidRequest(
                    BODY,
                    "must be one object of JSON in UTF-8, nested less than " + MAX_DEPTH
                            + " deep, without the same field twice; " + e.why());
        }
    }

    /** The value of a text; null where it is absent or wrong. */
    public <T> @Nullable T optional(String name, Function<String, T> parser) {
        return switch (asked(name)) {
            case null -> null;
            case String text -> parsed(name, text, parser);
            default -> {
                refuse(name, "must be a text");
                yield null;
            }
        };
    }

    /** The same of a text that has to be there. */
    public <T> @Nullable T needed(String name, Function<String, T> parser) {
        if (!isGiven(name)) {
            refuse(name, NEEDED);
        }
        return optional(name, parser);
    }

    /** The text itself. */
    public @Nullable String text(String name) {
        return optional(name, text -> text);
    }

    /** The value of a number that has to be there; null where it is absent or wrong. */
    public <T> @Nullable T number(String name, Function<String, T> parser) {
        if (!isGiven(name)) {
            refuse(name, NEEDED);
        }
        return optionalNumber(name, parser);
    }

    /** The value of a number; null where it is absent or wrong. */
    public <T> @Nullable T optionalNumber(String name, Function<String, T> parser) {
        return switch (asked(name)) {
            case null -> null;
            case BigDecimal number -> parsed(name, number.toString(), parser);
            default -> {
                refuse(name, "must be a number");
                yield null;
            }
        };
    }

    /** False where it is absent or wrong. */
    public boolean flag(String name) {
        return switch (asked(name)) {
            case null -> false;
            case Boolean flag -> flag;
            default -> {
                refuse(name, "must be true or false");
                yield false;
            }
        };
    }

    /** The same of one that has to be there. */
    public boolean neededFlag(String name) {
        if (!isGiven(name)) {
            refuse(name, NEEDED);
        }
        return flag(name);
    }

    /** The values of a list of texts; those that are wrong, or stand there again, are refused. */
    public <T> List<T> list(String name, Function<String, T> parser) {
        List<T> list = new ArrayList<>();
        switch (asked(name)) {
            case null -> {}
            case List<?> items -> {
                for (Object item : items) {
                    T value = item instanceof String text ? parsed(name, text, parser) : null;
                    if (item != null && !(item instanceof String)) {
                        refuse(name, "must be a list of texts");
                    } else if (value != null && list.contains(value)) {
                        refuse(name, "must not have the same value twice, " + value);
                    } else if (value != null) {
                        list.add(value);
                    }
                }
            }
            default -> refuse(name, "must be a list");
        }
        return list;
    }

    /** An object within; null where it is absent or wrong. */
    public @Nullable JsonBody object(String name) {
        return switch (asked(name)) {
            case null -> null;
            case Map<?, ?> fields ->
                objects.computeIfAbsent(name, key -> new JsonBody(path + key + ".", members(fields), errors));
            default -> {
                refuse(name, "must be an object");
                yield null;
            }
        };
    }

    /** The same of an object that has to be there. */
    public @Nullable JsonBody neededObject(String name) {
        if (!isGiven(name)) {
            refuse(name, NEEDED);
        }
        return object(name);
    }

    public boolean isGiven(String name) {
        return given.get(name) != null;
    }

    @SuppressWarnings("unchecked") // JSON has no other names.
    private static Map<String, @Nullable Object> members(Map<?, ?> object) {
        return (Map<String, @Nullable Object>) object;
    }

    private @Nullable Object asked(String name) {
        known.add(name);
        return given.get(name);
    }

    private <T> @Nullable T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (InvalidValue e) {
            refuse(name, "must be " + e.allowed());
            return null;
        }
    }

    /** Says of a field that it is wrong. */
    public void refuse(String name, String reason) {
        known.add(name);
        FieldError error = new FieldError(path + name, reason);
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    /**
     * What was read adds up to this; null where something about it is wrong, or where it does not go together. The
     * fields of an {@link InvalidValue} are those of this object.
     */
    public <T> @Nullable T value(Supplier<T> whole) {
        int before = errors.size();
        if (errors.stream().anyMatch(error -> error.field().startsWith(path))) {
            return null;
        }
        try {
            T value = whole.get();
            return errors.size() == before ? value : null;
        } catch (InvalidValue e) {
            String field = e.field().startsWith(path) ? e.field().substring(path.length()) : e.field();
            refuse(field, "must be " + e.allowed());
            return null;
        }
    }

    /**
     * What the body adds up to, once all of it is read.
     *
     * @throws InvalidRequest if anything about it is wrong
     */
    public <T> T into(Supplier<T> whole) {
        check();
        T value = value(whole);
        if (value == null) {
            throw new InvalidRequest(errors);
        }
        return value;
    }

    /**
     * Ends the reading of the whole body: from here on no field is read.
     *
     * @throws InvalidRequest if anything about it is wrong
     */
    public void check() {
        refuseUnknown();
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    private void refuseUnknown() {
        objects.values().forEach(JsonBody::refuseUnknown);
        for (String name : given.keySet()) {
            if (isGiven(name) && !known.contains(name)) {
                refuse(name, unknown(name));
                known.remove(name);
            }
        }
    }

    private String unknown(String name) {
        return "is not known here"
                + ClosestName.to(name, known)
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse(";")
                + " Known: " + String.join(", ", new TreeSet<>(known));
    }
}
