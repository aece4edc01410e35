package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the first items of an order after a place in it, holding no more than it needs. One that is offered again
 * in the same place is still one.
 */
final class Ordered<T> {
    private final int limit;
    private final char order;
    private final @Nullable SortKey after;
    private final NavigableMap<SortKey, T> kept = new TreeMap<>();

    /**
     * @param order a letter that no other order has
     * @param after where an earlier page in this order ended, or null for the first
     */
    Ordered(int limit, char order, @Nullable PageToken after) {
        this.limit = limit;
        this.order = order;
        this.after = SortKey.of(after, order);
    }

    /** Behind which place it collects, or null for all. */
    @Nullable
    SortKey after() {
        return after;
    }

    /** Whether an item in this place would be kept. */
    boolean wants(SortKey key) {
        return (after == null || key.compareTo(after) > 0) && (!isFull() || key.compareTo(kept.lastKey()) < 0);
    }

    /** Whether from now on an item is only kept in the place of another. */
    boolean isFull() {
        // One more than the limit is kept, because it tells that the list goes on.
        return kept.size() > limit;
    }

    /** Where the last of the items stands that are kept so far. */
    SortKey last() {
        return kept.lastKey();
    }

    void offer(SortKey key, T item) {
        if (!wants(key)) {
            return;
        }
        kept.put(key, item);
        if (kept.size() > limit + 1) {
            kept.pollLastEntry();
        }
    }

    <R> Page<R> page(Function<T, R> shown) {
        boolean goesOn = isFull();
        if (goesOn) {
            kept.pollLastEntry();
        }
        List<R> items = new ArrayList<>(kept.size());
        kept.values().forEach(item -> items.add(shown.apply(item)));
        return new Page<>(items, goesOn ? last().toPageToken(order) : null);
    }
}
