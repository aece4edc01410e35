package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Everything that a table holds, but for what differs from one way to the same end to another: the tokens of saves, and
 * what manifests note of attempts. Versions stay: they tell how often each thing was saved.
 */
public final class TableContent {
    private TableContent() {}

    public static Map<Key, Map<String, AttributeValue>> of(Table table) {
        Map<Key, Map<String, AttributeValue>> content = new HashMap<>();
        table.scan(item -> content.put(item.key(), comparable(item)));
        return content;
    }

    /** What is not the same in both, one line each. */
    public static List<String> differences(
            Map<Key, Map<String, AttributeValue>> one, Map<Key, Map<String, AttributeValue>> other) {
        Set<Key> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(one.get(key), other.get(key)))
                .map(key -> key + ": " + one.get(key) + " and " + other.get(key))
                .sorted()
                .toList();
    }

    private static Map<String, AttributeValue> comparable(Item item) {
        Map<String, AttributeValue> attributes = new HashMap<>(item.attributes());
        boolean manifest = item.key().sort().equals("0");
        (manifest ? List.of("r", "q") : List.of("w")).forEach(attributes::remove);
        return attributes;
    }
}
