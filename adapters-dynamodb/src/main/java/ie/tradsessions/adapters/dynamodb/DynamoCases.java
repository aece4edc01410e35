package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.ModerationItems;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.moderation.Cases;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Subject;
import java.util.List;
import java.util.Optional;

/**
 * Reads a case: 1 read unit while it is at most 4 KB. The queue is one query of what it shows: 1 read unit for each begun
 * 4 KB, however many cases wait or were decided.
 */
final class DynamoCases implements Cases {
    /** The sort keys begin with a digit. */
    private static final String FIRST = "0";

    private static final String LAST = ":";

    private final Table table;

    DynamoCases(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Versioned<Case>> find(Subject subject) {
        return table.get(ModerationItems.key(subject), ReadConsistency.STRONG).map(ModerationItems::readCase);
    }

    @Override
    public List<Versioned<Case>> open(int limit) {
        return table.queryAll(ModerationItems.QUEUE, FIRST, LAST, null, limit, ReadConsistency.STRONG).stream()
                .map(ModerationItems::readCase)
                .toList();
    }
}
