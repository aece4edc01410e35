package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.AggregateItems;
import ie.tradsessions.adapters.dynamodb.item.MemberItems;
import ie.tradsessions.adapters.dynamodb.item.ModerationItems;
import ie.tradsessions.adapters.dynamodb.item.ReviewItems;
import ie.tradsessions.adapters.dynamodb.item.VenueChangeItems;
import ie.tradsessions.adapters.dynamodb.item.VoiceItems;
import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.Write;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.review.Review;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                case Change.SaveReview(var before, var after) -> writes.addAll(written(before, after));
                case Change.SaveVoice(var voice, var version) ->
                    writes.add(put(VoiceItems.item(voice, version), version));
                case Change.DropVoice(var member, var session, var version) ->
                    writes.add(new Write.Delete(VoiceItems.key(member, session), AggregateItems.ofVersion(version)));
                case Change.SaveBlock(var block, var version) ->
                    writes.add(put(MemberItems.item(block, version), version));
                case Change.OfModeration its -> writes.add(write(its));
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

    /** One that is shown from now on, or no longer, moves to another key. */
    private static List<Write> written(@Nullable Versioned<Review> before, @Nullable Review after) {
        List<Write> writes = new ArrayList<>();
        if (before != null && (after == null || !ReviewItems.key(before.value()).equals(ReviewItems.key(after)))) {
            writes.add(new Write.Delete(ReviewItems.key(before.value()), AggregateItems.ofVersion(before.version())));
            if (after != null) {
                writes.add(new Write.Put(ReviewItems.item(after, before.version() + 1), Condition.ABSENT));
            }
        } else if (after != null) {
            long version = before == null ? 1 : before.version() + 1;
            writes.add(put(ReviewItems.item(after, version), version));
        }
        return writes;
    }

    private static Write write(Change.OfModeration change) {
        return switch (change) {
            case Change.SaveCase(var next, var version) -> put(ModerationItems.item(next, version), version);
            case Change.AppendDecision(var entry) -> new Write.Put(ModerationItems.item(entry), Condition.ABSENT);
            case Change.SaveNotice(var notice) -> new Write.Put(ModerationItems.item(notice), Condition.NONE);
            case Change.DropNotice(var author, var subject) ->
                new Write.Delete(ModerationItems.key(author, subject), Condition.NONE);
            case Change.SaveMerge(var merge, var version) -> put(ModerationItems.item(merge, version), version);
            case Change.DropMerge(var from, var version) ->
                new Write.Delete(ModerationItems.mergeKey(from), AggregateItems.ofVersion(version));
        };
    }

    private static Write put(Item item, long version) {
        return new Write.Put(item, AggregateItems.ofVersion(version - 1));
    }
}
