package ie.tradsessions.adapters.lambda.dataset;

import ie.tradsessions.adapters.lambda.http.JsonText;
import ie.tradsessions.domain.InvalidValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of JSON whose values are asked for one by one. What is not as it should be is an {@link InvalidValue}. */
final class JsonObject {
    private final Map<?, ?> values;

    private JsonObject(Map<?, ?> values) {
        this.values = values;
    }

    static JsonObject of(String line) {
        try {
            return new JsonObject(JsonText.object(line));
        } catch (JsonText.Malformed e) {
            throw new InvalidValue("line", "one object of JSON; " + e.why());
        }
    }

    @Nullable
    String text(String name) {
        return switch (values.get(name)) {
            case String text -> text;
            case BigDecimal number -> number.toString();
            case Boolean flag -> flag.toString();
            case null, default -> null;
        };
    }

    String needed(String name) {
        String text = text(name);
        if (text == null) {
            throw new InvalidValue(name, "needed");
        }
        return text;
    }

    /** What a text says; {@code null} where there is none. */
    <T> @Nullable T optional(String name, Function<String, T> parser) {
        String text = text(name);
        return text == null ? null : parsed(name, text, parser);
    }

    <T> T read(String name, Function<String, T> parser) {
        return parsed(name, needed(name), parser);
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (InvalidValue e) {
            throw e;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidValue(name, "as an export writes it");
        }
    }

    boolean flag(String name) {
        return "true".equals(text(name));
    }

    /** Texts of a list; none where there is no list. */
    <T> List<T> list(String name, Function<String, T> parser) {
        List<T> list = new ArrayList<>();
        for (Object value : elements(name)) {
            list.add(parsed(name, String.valueOf(value), parser));
        }
        return list;
    }

    <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        return new LinkedHashSet<>(list(name, text -> Enum.valueOf(type, text)));
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, needed(name));
        } catch (InvalidValue e) {
            throw e;
        } catch (IllegalArgumentException e) {
            E[] all = Objects.requireNonNull(type.getEnumConstants());
            throw new InvalidValue(
                    name,
                    "of " + String.join(", ", Arrays.stream(all).map(Enum::name).toList()));
        }
    }

    List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object value : elements(name)) {
            if (!(value instanceof Map<?, ?> object)) {
                throw new InvalidValue(name, "a list of objects");
            }
            objects.add(new JsonObject(object));
        }
        return objects;
    }

    private List<?> elements(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).toList()
                : List.of();
    }

    @Nullable
    JsonObject object(String name) {
        return values.get(name) instanceof Map<?, ?> object ? new JsonObject(object) : null;
    }

    JsonObject neededObject(String name) {
        JsonObject object = object(name);
        if (object == null) {
            throw new InvalidValue(name, "needed");
        }
        return object;
    }
}
