package ie.tradsessions.adapters.dynamodb.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where an item stands in the table.
 *
 * @param partition items of one partition are read together
 * @param sort their order within it, by the bytes of UTF-8
 */
public record Key(String partition, String sort) {
    /** The attributes of the key; short, because every item pays for their names. */
    public static final String PARTITION = "p";

    public static final String SORT = "s";

    static Key of(Map<String, AttributeValue> item) {
        AttributeValue partition = item.get(PARTITION);
        AttributeValue sort = item.get(SORT);
        if (partition == null || sort == null) {
            throw new IllegalStateException("an item without a key: " + item.keySet());
        }
        return new Key(partition.s(), sort.s());
    }

    public Map<String, AttributeValue> attributes() {
        return Map.of(PARTITION, AttributeValue.fromS(partition), SORT, AttributeValue.fromS(sort));
    }
}
