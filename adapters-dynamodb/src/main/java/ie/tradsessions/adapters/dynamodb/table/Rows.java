package ie.tradsessions.adapters.dynamodb.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one call brought of a stretch of a partition.
 *
 * @param last the sort key after which the stretch may go on, or null where this was all of it
 */
public record Rows(List<Item> items, @Nullable String last) {
    public Rows {
        items = List.copyOf(items);
    }
}
