package ie.tradsessions.adapters.dynamodb.twins;

import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.adapters.dynamodb.TableContent;
import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.derived.Tallies;
import ie.tradsessions.adapters.dynamodb.item.SessionPartition;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a table should hold: what is derived of its aggregates in another one, in which nothing ever happened. */
final class Afresh {
    private static final String LINK = "m#";
    private static final Set<String> AGGREGATES = Set.of("a", "b");

    private Afresh() {}

    /**
     * How a table differs from that other one, one line for each difference. Whoever dies while a session is given copies
     * of venues may leave a link in a venue to a session that has no copy of it. It does no harm, and goes when the venue
     * is changed: until then it does not count here.
     */
    static List<String> differences(LocalDynamo dynamo, Table table, Instant now) {
        return TableContent.differences(
                withoutStrayLinks(afresh(dynamo, table, now)), withoutStrayLinks(content(table)));
    }

    /** As {@link #differences}, and nothing is overlooked. */
    static List<String> allDifferences(LocalDynamo dynamo, Table table, Instant now) {
        return TableContent.differences(afresh(dynamo, table, now), content(table));
    }

    private static Map<Key, Map<String, AttributeValue>> withoutStrayLinks(
            Map<Key, Map<String, AttributeValue>> content) {
        Map<Key, Map<String, AttributeValue>> others = new HashMap<>(content);
        others.keySet().removeIf(key -> isStrayLink(key, content.keySet()));
        return others;
    }

    private static boolean isStrayLink(Key key, Set<Key> keys) {
        VenueId venue = VenueItem.venue(key.partition());
        if (venue == null || !key.sort().startsWith(LINK)) {
            return false;
        }
        SessionId session = new SessionId(key.sort().substring(LINK.length()));
        return !keys.contains(SessionPartition.copy(session, venue));
    }

    private static Map<Key, Map<String, AttributeValue>> afresh(LocalDynamo dynamo, Table table, Instant now) {
        Table other = dynamo.table(table.name() + "-afresh-" + Long.toHexString(System.nanoTime()));
        List<String> subjects = new ArrayList<>();
        for (Map<String, AttributeValue> item :
                dynamo.client().scan(all -> all.tableName(table.name())).items()) {
            if (AGGREGATES.contains(item.get(Key.SORT).s())) {
                dynamo.client().putItem(put -> put.tableName(other.name()).item(item));
                subjects.add(item.get(Key.PARTITION).s());
            }
        }
        var tokens = LocalDynamo.tokens();
        new Derivation(other, () -> now, () -> other.name() + tokens.get()).refreshAll(subjects);
        return content(other);
    }

    /** A number that came to be 0 is as good as none. */
    private static Map<Key, Map<String, AttributeValue>> content(Table table) {
        Map<Key, Map<String, AttributeValue>> content = TableContent.of(table);
        content.replaceAll((key, item) -> key.partition().equals(Tallies.PARTITION) ? withoutZeros(item) : item);
        content.entrySet()
                .removeIf(entry -> entry.getKey().partition().equals(Tallies.PARTITION)
                        && entry.getValue().isEmpty());
        return content;
    }

    private static Map<String, AttributeValue> withoutZeros(Map<String, AttributeValue> numbers) {
        Map<String, AttributeValue> others = new HashMap<>(numbers);
        others.values().removeIf(number -> "0".equals(number.n()));
        return others;
    }
}
