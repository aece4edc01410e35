package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.ModerationItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Rows;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.moderation.Cases;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a case: 1 read unit while it is at most 4 KB. */
final class DynamoCases implements Cases {
    private static final int MAX_ITEMS = 100;

    /** Every sort key lies between these: they begin with small letters. */
    private static final String FIRST = "a";

    private static final String LAST = "z";

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
        List<Versioned<Case>> open = new ArrayList<>();
        @Nullable String after = null;
        do {
            Rows rows = table.query(ModerationItems.CASES, FIRST, LAST, after, MAX_ITEMS, ReadConsistency.STRONG);
            for (Item item : rows.items()) {
                Versioned<Case> its = ModerationItems.readCase(item);
                if (its.value().isOpen()) {
                    open.add(its);
                }
            }
            after = rows.last();
        } while (after != null);
        open.sort(Comparator.comparing(its -> its.value().openedAt()));
        return List.copyOf(open.subList(0, Math.min(limit, open.size())));
    }
}
