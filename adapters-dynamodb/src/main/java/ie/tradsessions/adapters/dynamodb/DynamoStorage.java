package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.JournalItems;
import ie.tradsessions.adapters.dynamodb.item.SnapshotItems;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Every port on one table of DynamoDB. */
public final class DynamoStorage {
    private DynamoStorage() {}

    /**
     * For a table that others write to as well.
     *
     * @param clock dates the entries of the journal, and is that by which deadlines are set
     */
    public static Storage on(Table table, InstantSource clock) {
        return on(table, clock, saved -> {});
    }

    /**
     * For a process that saves.
     *
     * @param saved is told what was saved, after each save and each deletion through these ports
     */
    public static Storage on(Table table, InstantSource clock, Consumer<StoredAggregate> saved) {
        Table timed = table.timedBy(clock);
        JournalWriter writer = new JournalWriter(timed, clock, saved);
        return new Storage(
                new DynamoVenues(timed, writer),
                new DynamoSessions(timed, writer),
                new DynamoFeedbacks(timed, writer),
                new DynamoSessionPages(timed),
                new DynamoReviews(timed),
                new DynamoVoices(timed),
                new DynamoDataSet(timed),
                new DynamoJournal(timed, writer),
                new DynamoSnapshots(timed),
                new DynamoMembers(timed),
                new DynamoVenueHistory(timed),
                new DynamoCases(timed),
                new DynamoDecisionLog(timed),
                new DynamoMerges(timed),
                new DynamoChanges(timed, writer));
    }

    /**
     * Whether an item is of the journal or of a snapshot: it expires, and whoever searches makes it again from the
     * aggregates. A backup need not hold it.
     */
    public static boolean isMadeAgain(Key key) {
        return key.partition().equals(JournalItems.PARTITION)
                || key.partition().equals(SnapshotItems.HEADS)
                || key.partition().startsWith(SnapshotItems.CHUNK_PREFIX);
    }
}
