package ie.tradsessions.adapters.dynamodb.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must hold of the item that is there before another takes its place. */
public record Condition(
        @Nullable String expression,
        @Nullable Map<String, String> names,
        @Nullable Map<String, AttributeValue> values) {
    /** Whatever is there. */
    public static final Condition NONE = new Condition(null, null, null);

    /** There is none. */
    public static final Condition ABSENT = new Condition("attribute_not_exists(#p)", Map.of("#p", Key.PARTITION), null);

    /** There is none, or it lacks a number. */
    public static Condition withoutNumber(String attribute) {
        return new Condition(
                "attribute_not_exists(#a) OR NOT attribute_type(#a, :n)",
                Map.of("#a", attribute),
                Map.of(":n", AttributeValue.fromS("N")));
    }

    /** There is one, and a number of it is this. */
    public static Condition equal(String attribute, long value) {
        return new Condition(
                "#a = :a", Map.of("#a", attribute), Map.of(":a", AttributeValue.fromN(Long.toString(value))));
    }
}
