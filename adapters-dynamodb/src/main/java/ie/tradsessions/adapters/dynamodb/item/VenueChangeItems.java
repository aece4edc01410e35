package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What members changed of a venue, in its partition: the sort key is {@code h} and a number that falls as the version
 * rises, so that the newest comes first. What both states have in common is written once.
 */
public final class VenueChangeItems {
    /** Comes before every sort key of a change. */
    public static final String FIRST = "h";

    /** Comes after every sort key of a change. */
    public static final String LAST = "i";

    private static final long MAX_VERSION = 999_999_999_999L;
    private static final String BY = "by";
    private static final String AT = "at";
    private static final String COMMON = "common";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private VenueChangeItems() {}

    public static String partition(VenueId venue) {
        return AggregateItems.VENUE_PREFIX + venue;
    }

    /** Whether a key is of a change of a venue. */
    public static boolean isOne(Key key) {
        return key.partition().startsWith(AggregateItems.VENUE_PREFIX)
                && key.sort().startsWith(FIRST);
    }

    public static Item item(VenueChange change) {
        Map<String, AttributeValue> common = new HashMap<>(VenueItem.attributes(change.before()));
        Map<String, AttributeValue> before = new HashMap<>(common);
        Map<String, AttributeValue> after = new HashMap<>(VenueItem.attributes(change.after()));
        common.entrySet().retainAll(after.entrySet());
        before.keySet().removeAll(common.keySet());
        after.keySet().removeAll(common.keySet());
        Map<String, AttributeValue> all = new HashMap<>(Map.of(
                AggregateItems.VERSION,
                AttributeValue.fromN(Long.toString(change.version())),
                AT,
                AttributeValue.fromS(change.at().toString()),
                COMMON,
                AttributeValue.fromM(common),
                BEFORE,
                AttributeValue.fromM(before),
                AFTER,
                AttributeValue.fromM(after)));
        MemberId by = change.by();
        if (by != null) {
            all.put(BY, AttributeValue.fromS(by.value()));
        }
        String sort = FIRST + String.format(Locale.ROOT, "%012d", MAX_VERSION - change.version());
        return new Item(new Key(partition(change.venue()), sort), all);
    }

    /** @throws IllegalStateException if it cannot be read */
    public static VenueChange change(VenueId venue, Item item) {
        Fields fields = new Fields("a change of venue " + venue, item.attributes());
        return fields.checked(() -> new VenueChange(
                venue,
                AggregateItems.version(item),
                fields.optional(BY, MemberId::new),
                fields.value(AT, Instant::parse),
                state(venue, item, BEFORE),
                state(venue, item, AFTER)));
    }

    private static Venue state(VenueId venue, Item item, String which) {
        Map<String, AttributeValue> attributes = new HashMap<>(map(item, COMMON));
        attributes.putAll(map(item, which));
        return VenueItem.venue(venue, attributes);
    }

    private static Map<String, AttributeValue> map(Item item, String name) {
        @Nullable AttributeValue value = item.attributes().get(name);
        return value == null || !value.hasM() ? Map.of() : value.m();
    }
}
