package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.ModerationItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Rows;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.moderation.DecisionLog;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.moderation.LogEntry;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a page of the log in one query: 1 read unit for each begun 4 KB. */
final class DynamoDecisionLog implements DecisionLog {
    /** The sort keys begin with a digit. */
    private static final String FIRST = "0";

    private static final String LAST = ":";

    private static final Pattern SORT = Pattern.compile("[0-9]{13}#[0-9]{12}#[a-z0-9:]+");

    private final Table table;

    DynamoDecisionLog(Table table) {
        this.table = table;
    }

    @Override
    public Page<LogEntry> read(int limit, @Nullable PageToken after) {
        if (after != null && !SORT.matcher(after.value()).matches()) {
            throw new InvalidValue("cursor", "as an earlier answer gave it");
        }
        Rows rows = table.query(
                ModerationItems.LOG,
                FIRST,
                LAST,
                after == null ? null : after.value(),
                limit + 1,
                ReadConsistency.STRONG);
        List<Item> found = rows.items();
        boolean goesOn = found.size() > limit;
        List<Item> shown = goesOn ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(ModerationItems::entry).toList(),
                goesOn ? new PageToken(shown.getLast().key().sort()) : null);
    }
}
