package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.VenueChangeItems;
import ie.tradsessions.adapters.dynamodb.table.Rows;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.venue.VenueHistory;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what members changed of a venue: 1 read unit for each begun 4 KB. */
final class DynamoVenueHistory implements VenueHistory {
    private final Table table;

    DynamoVenueHistory(Table table) {
        this.table = table;
    }

    @Override
    public List<VenueChange> of(VenueId venue) {
        return changes(venue, read(venue, null));
    }

    @Override
    public List<VenueChange> by(MemberId member, VenueId venue) {
        List<VenueChange> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            Rows rows = read(venue, after);
            changes(venue, rows).stream()
                    .filter(change -> member.equals(change.by()))
                    .forEach(all::add);
            after = rows.last();
        } while (after != null);
        return all;
    }

    private Rows read(VenueId venue, @Nullable String after) {
        return table.query(
                VenueChangeItems.partition(venue),
                VenueChangeItems.FIRST,
                VenueChangeItems.LAST,
                after,
                MAX_SHOWN,
                ReadConsistency.STRONG);
    }

    private static List<VenueChange> changes(VenueId venue, Rows rows) {
        return rows.items().stream()
                .map(item -> VenueChangeItems.change(venue, item))
                .toList();
    }
}
