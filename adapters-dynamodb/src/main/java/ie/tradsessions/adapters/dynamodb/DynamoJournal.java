package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.JournalItems;
import ie.tradsessions.adapters.dynamodb.table.Rows;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.search.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal: 0.5 read units and one trip for up to eighty entries, twice that if the answer must not lag. What
 * cannot be read is passed over: it is of a later program, which knows more kinds, or damaged.
 */
final class DynamoJournal implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoJournal.class);

    /** Comes after every sort key. */
    private static final String LAST = "\udbff\udfff";

    /** More than a call brings, which ends at 1 MB. */
    private static final int MAX_PAGE = 1_000_000;

    private final Table table;
    private final JournalWriter writer;

    DynamoJournal(Table table, JournalWriter writer) {
        this.table = table;
        this.writer = writer;
    }

    @Override
    public Tail since(Instant from, int max, ReadConsistency consistency) {
        List<Entry> entries = new ArrayList<>();
        @Nullable String after = null;
        do {
            Rows rows = table.query(
                    JournalItems.PARTITION,
                    JournalItems.sort(from),
                    LAST,
                    after,
                    // One more tells whether there are more than were asked for.
                    Math.min(max - entries.size(), MAX_PAGE) + 1,
                    consistency);
            rows.items()
                    .forEach(item -> JournalItems.entry(item)
                            .ifPresentOrElse(
                                    entries::add,
                                    () -> LOG.atDebug()
                                            .addArgument(item.key())
                                            .log("entry {} of the journal is passed over")));
            after = rows.last();
        } while (after != null && entries.size() <= max);
        if (!entries.isEmpty()) {
            writer.met(entries.getLast().at());
        }
        return entries.size() <= max ? new Tail(entries, true) : new Tail(entries.subList(0, max), false);
    }
}
