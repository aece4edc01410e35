package ie.tradsessions.adapters.dynamodb.table;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is stored under a key. */
public record Item(Key key, Map<String, AttributeValue> attributes) {
    /** @param attributes without those of the key */
    public Item {
        attributes = Map.copyOf(attributes);
    }

    static Item of(Map<String, AttributeValue> all) {
        Map<String, AttributeValue> attributes = new HashMap<>(all);
        attributes.remove(Key.PARTITION);
        attributes.remove(Key.SORT);
        return new Item(Key.of(all), attributes);
    }

    Map<String, AttributeValue> all() {
        Map<String, AttributeValue> all = new HashMap<>(attributes);
        all.putAll(key.attributes());
        return all;
    }
}
