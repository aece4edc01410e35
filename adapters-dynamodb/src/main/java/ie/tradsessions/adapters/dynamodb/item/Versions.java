package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.adapters.dynamodb.table.CorruptItem;
import ie.tradsessions.adapters.dynamodb.table.Item;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What every stored aggregate carries beside its fields: how often it was saved, and by which save it came to be. */
public final class Versions {
    /** The version: a number. */
    public static final String VERSION = "v";

    /** The token of the save: with it, a save whose answer was lost is told from one that came too late. */
    public static final String TOKEN = "w";

    private Versions() {}

    /** @throws CorruptItem if the item does not carry one */
    public static long of(Item item) {
        AttributeValue version = item.attributes().get(VERSION);
        if (version == null || version.n() == null) {
            throw new CorruptItem(item.key().toString(), VERSION, version, null);
        }
        return Long.parseLong(version.n());
    }

    /** Whether this very save made the item what it is. */
    public static boolean savedBy(String token, Item item) {
        AttributeValue stored = item.attributes().get(TOKEN);
        return stored != null && token.equals(stored.s());
    }

    public static Map<String, AttributeValue> with(Map<String, AttributeValue> attributes, long version) {
        Map<String, AttributeValue> all = new HashMap<>(attributes);
        all.put(VERSION, AttributeValue.fromN(Long.toString(version)));
        return Map.copyOf(all);
    }

    public static Map<String, AttributeValue> with(Map<String, AttributeValue> attributes, long version, String token) {
        Map<String, AttributeValue> all = new HashMap<>(with(attributes, version));
        all.put(TOKEN, AttributeValue.fromS(token));
        return Map.copyOf(all);
    }
}
