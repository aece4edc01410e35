package ie.tradsessions.adapters.dynamodb.item;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of an item, or of a map within it, as they are written. What is null, false or empty is left out. */
final class Document {
    private final Map<String, AttributeValue> attributes = new HashMap<>();

    /** Whatever is written as text: names, dates, instants, constants. */
    Document text(String name, @Nullable Object value) {
        return value == null ? this : with(name, AttributeValue.fromS(value.toString()));
    }

    Document number(String name, long value) {
        return with(name, AttributeValue.fromN(Long.toString(value)));
    }

    Document flag(String name, boolean value) {
        return value ? with(name, AttributeValue.fromBool(true)) : this;
    }

    Document texts(String name, Collection<?> values) {
        return values.isEmpty()
                ? this
                : with(
                        name,
                        AttributeValue.fromL(values.stream()
                                .map(value -> AttributeValue.fromS(value.toString()))
                                .toList()));
    }

    <T> Document maps(String name, Collection<T> values, Function<T, Document> write) {
        return values.isEmpty()
                ? this
                : with(
                        name,
                        AttributeValue.fromL(values.stream()
                                .map(value -> write.apply(value).value())
                                .toList()));
    }

    Document map(String name, Document map) {
        return map.attributes.isEmpty() ? this : with(name, map.value());
    }

    Map<String, AttributeValue> attributes() {
        return Map.copyOf(attributes);
    }

    private AttributeValue value() {
        return AttributeValue.fromM(attributes());
    }

    private Document with(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }
}
