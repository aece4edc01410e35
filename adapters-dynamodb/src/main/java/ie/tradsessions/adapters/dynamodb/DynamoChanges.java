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
import ie.tradsessions.domain.moderation.Case;
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
                case Change.OfModeration its -> writes.addAll(written(its));
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

    private static List<Write> written(Change.OfModeration change) {
        return switch (change) {
            case Change.SaveCase its -> written(its);
            case Change.AppendDecision(var entry) ->
                List.of(new Write.Put(ModerationItems.item(entry), Condition.ABSENT));
            case Change.SaveNotice(var notice) -> List.of(new Write.Put(ModerationItems.item(notice), Condition.NONE));
            case Change.DropNotice(var author, var subject) ->
                List.of(new Write.Delete(ModerationItems.key(author, subject), Condition.NONE));
            case Change.SaveMerge(var merge, var version) ->
                List.of(put(ModerationItems.item(merge, version), version));
            case Change.DropMerge(var from, var version) ->
                List.of(new Write.Delete(ModerationItems.mergeKey(from), AggregateItems.ofVersion(version)));
        };
    }

    /** Whatever is open is in the queue as well. The version of the case guards both. */
    private static List<Write> written(Change.SaveCase change) {
        Case next = change.next();
        List<Write> writes = new ArrayList<>();
        writes.add(put(ModerationItems.item(next, change.version()), change.version()));
        if (next.isOpen()) {
            writes.add(new Write.Put(ModerationItems.queued(next, change.version()), Condition.NONE));
        } else if (change.before() != null && change.before().value().isOpen()) {
            writes.add(new Write.Delete(ModerationItems.queueKey(change.before().value()), Condition.NONE));
        }
        return writes;
    }

    private static Write put(Item item, long version) {
        return new Write.Put(item, AggregateItems.ofVersion(version - 1));
    }
}
