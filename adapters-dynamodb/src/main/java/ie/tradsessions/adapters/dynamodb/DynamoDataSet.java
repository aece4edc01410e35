package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.AggregateItems;
import ie.tradsessions.adapters.dynamodb.item.MemberItems;
import ie.tradsessions.adapters.dynamodb.item.ModerationItems;
import ie.tradsessions.adapters.dynamodb.item.ReviewItems;
import ie.tradsessions.adapters.dynamodb.item.VenueChangeItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Layout;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.search.DataSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads many aggregates: those that are named, 0.5 read units each while at most 4 KB, a hundred a call and the calls
 * side by side; or all, 1 unit for each 4 KB of the whole table, journal and snapshots included, 1 MB a trip.
 */
final class DynamoDataSet implements DataSet {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoDataSet.class);

    private final Table table;

    DynamoDataSet(Table table) {
        this.table = table;
    }

    @Override
    public List<StoredAggregate> read(Collection<AggregateKey> keys, ReadConsistency consistency) {
        List<Key> distinct = keys.stream().distinct().map(AggregateItems::key).toList();
        return table.get(distinct, consistency).stream()
                .flatMap(DynamoDataSet::stored)
                .toList();
    }

    @Override
    public void readAll(Consumer<StoredAggregate> each) {
        table.scan(item -> {
            if (!DynamoStorage.isMadeAgain(item.key()) && !Layout.isToldBy(item.key()) && !isOfMembers(item.key())) {
                stored(item).forEach(each);
            }
        });
    }

    /** What is kept of members, what they changed of venues, and their reviews are none of the data that everybody may have. */
    private static boolean isOfMembers(Key key) {
        return MemberItems.isOne(key)
                || VenueChangeItems.isOne(key)
                || ModerationItems.isOne(key)
                || ReviewItems.isOne(key);
    }

    private static Stream<StoredAggregate> stored(Item item) {
        Optional<AggregateKey> key = AggregateItems.aggregate(item.key());
        if (key.isEmpty()) {
            LOG.atWarn().addArgument(item.key()).log("{} is the key of nothing that this program stores");
        }
        return key.map(found -> AggregateItems.read(found, item)).stream();
    }
}
