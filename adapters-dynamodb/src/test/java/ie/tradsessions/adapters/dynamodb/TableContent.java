package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything that a table holds. Versions are part of it: they tell how often each aggregate was saved. */
final class TableContent {
    private TableContent() {}

    static Map<Key, Map<String, AttributeValue>> of(Table table) {
        Map<Key, Map<String, AttributeValue>> content = new HashMap<>();
        table.scan(item -> content.put(item.key(), item.attributes()));
        return content;
    }

    /** What is not the same in both, one line each. */
    static List<String> differences(
            Map<Key, Map<String, AttributeValue>> one, Map<Key, Map<String, AttributeValue>> other) {
        Set<Key> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(one.get(key), other.get(key)))
                .map(key -> key + ": " + one.get(key) + " and " + other.get(key))
                .sorted()
                .toList();
    }
}
