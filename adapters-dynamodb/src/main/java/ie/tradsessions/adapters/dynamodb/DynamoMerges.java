package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.ModerationItems;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.moderation.Merges;
import ie.tradsessions.domain.moderation.MergeRecord;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;

/** Reads what a merge has moved: 1 read unit while that is at most 4 KB. */
final class DynamoMerges implements Merges {
    private final Table table;

    DynamoMerges(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Versioned<MergeRecord>> of(VenueId from) {
        return table.get(ModerationItems.mergeKey(from), ReadConsistency.STRONG)
                .map(item -> ModerationItems.merge(from, item));
    }
}
