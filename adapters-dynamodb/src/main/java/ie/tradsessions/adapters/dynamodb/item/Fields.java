package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.domain.InvalidValue;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attributes of an item, or of a map within it, as they are read. Whatever is missing or of another kind is a
 * {@link CorruptItem}, which names the item, the attribute and what stands there.
 */
final class Fields {
    private final String item;
    private final String path;
    private final Map<String, AttributeValue> attributes;

    /** @param item as messages name it, for example {@code venue 0123456789abcdef} */
    Fields(String item, Map<String, AttributeValue> attributes) {
        this(item, "", attributes);
    }

    private Fields(String item, String path, Map<String, AttributeValue> attributes) {
        this.item = item;
        this.path = path;
        this.attributes = attributes;
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null || value.s() == null) {
            throw corrupt(name, value, null);
        }
        return value.s();
    }

    @Nullable
    String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    /** A value that is stored as text. */
    <T> T value(String name, Function<String, T> parse) {
        return parsed(name, text(name), parse);
    }

    <T> @Nullable T optional(String name, Function<String, T> parse) {
        return has(name) ? value(name, parse) : null;
    }

    int number(String name) {
        return numeric(name, Integer::valueOf);
    }

    /** A value that is stored as a number. */
    <T> T numeric(String name, Function<String, T> parse) {
        AttributeValue value = attributes.get(name);
        if (value == null || value.n() == null) {
            throw corrupt(name, value, null);
        }
        return parsed(name, value.n(), parse);
    }

    /** Whether it says so; nothing is stored where it does not. */
    boolean isTrue(String name) {
        AttributeValue value = attributes.get(name);
        if (value != null && value.bool() == null) {
            throw corrupt(name, value, null);
        }
        return value != null && value.bool();
    }

    <E extends Enum<E>> E constant(Class<E> type, String name) {
        return value(name, text -> Enum.valueOf(type, text));
    }

    /** Empty where nothing is stored. */
    <E extends Enum<E>> Set<E> constants(Class<E> type, String name) {
        EnumSet<E> constants = EnumSet.noneOf(type);
        constants.addAll(values(name, text -> Enum.valueOf(type, text)));
        return constants;
    }

    /** Empty where nothing is stored. */
    <T> List<T> values(String name, Function<String, T> parse) {
        List<T> values = new ArrayList<>();
        for (AttributeValue value : list(name)) {
            if (value.s() == null) {
                throw corrupt(name, value, null);
            }
            values.add(parsed(name, value.s(), parse));
        }
        return values;
    }

    /** Each map of a list; none where nothing is stored. */
    <T> List<T> all(String name, Function<Fields, T> read) {
        List<T> values = new ArrayList<>();
        for (AttributeValue value : list(name)) {
            values.add(read.apply(within(name, value)));
        }
        return values;
    }

    Fields map(String name) {
        return within(name, attributes.get(name));
    }

    /** What the attributes of a map say, in the order of their names' values; empty where nothing is stored. */
    <K extends Comparable<? super K>, T> NavigableMap<K, T> entries(
            String name, Function<String, K> parse, BiFunction<Fields, String, T> read) {
        NavigableMap<K, T> entries = new TreeMap<>();
        if (has(name)) {
            Fields map = map(name);
            for (String key : map.attributes.keySet()) {
                entries.put(parsed(name, key, parse), read.apply(map, key));
            }
        }
        return entries;
    }

    /** Builds what was read; the domain may have become stricter than it was when this was stored. */
    <T> T checked(Supplier<T> build) {
        try {
            return build.get();
        } catch (InvalidValue e) {
            AttributeValue value = attributes.get(e.field());
            throw corrupt(e.field(), value == null ? "something other than " + e.allowed() : value, e);
        }
    }

    CorruptItem corrupt(String name, @Nullable Object value, @Nullable Throwable cause) {
        return new CorruptItem(item, path + name, value, cause);
    }

    private List<AttributeValue> list(String name) {
        AttributeValue value = attributes.get(name);
        if (value != null && !value.hasL()) {
            throw corrupt(name, value, null);
        }
        return value == null ? List.of() : value.l();
    }

    private Fields within(String name, @Nullable AttributeValue value) {
        if (value == null || !value.hasM()) {
            throw corrupt(name, value, null);
        }
        return new Fields(item, path + name + ".", value.m());
    }

    private <T> T parsed(String name, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw corrupt(name, text, e);
        }
    }
}
