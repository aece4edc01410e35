package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.AggregateItems;
import ie.tradsessions.adapters.dynamodb.item.MemberItems;
import ie.tradsessions.adapters.dynamodb.item.VenueChangeItems;
import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.Write;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.StoredAggregate;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores several changes in one transaction: 2 write units for each while it is at most 1 KB, and 2 more for each begun
 * KB; an aggregate takes another 2 for its entry in the journal.
 */
final class DynamoChanges implements Changes {
    private final Table table;
    private final JournalWriter journal;

    DynamoChanges(Table table, JournalWriter journal) {
        this.table = table;
        this.journal = journal;
    }

    @Override
    public ChangeOutcome save(List<Change> changes) {
        List<Write> writes = new ArrayList<>();
        List<StoredAggregate> aggregates = new ArrayList<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Save(var next) -> {
                    writes.add(put(AggregateItems.item(next), next.version()));
                    writes.add(new Write.Put(journal.entry(next.key(), next.version()), Condition.NONE));
                    aggregates.add(next);
                }
                case Change.SaveProfile(var profile, var version) ->
                    writes.add(put(MemberItems.item(profile, version), version));
                case Change.SaveFavourites(var favourites, var version) ->
                    writes.add(put(MemberItems.item(favourites, version), version));
                case Change.SaveActivity(var activity, var version) ->
                    writes.add(put(MemberItems.item(activity, version), version));
                case Change.Drop(var member, var part, var version) ->
                    writes.add(new Write.Delete(MemberItems.key(member, part), AggregateItems.ofVersion(version)));
                case Change.KeepVenueChange(var kept) ->
                    writes.add(new Write.Put(VenueChangeItems.item(kept), Condition.NONE));
            }
        }
        if (!table.writeAll(writes)) {
            return new ChangeOutcome.Stale();
        }
        aggregates.forEach(journal::saved);
        return new ChangeOutcome.Saved();
    }

    private static Write put(Item item, long version) {
        return new Write.Put(item, AggregateItems.ofVersion(version - 1));
    }
}
