package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the first items of an order after a place in it, holding no more than it needs. */
final class Ordered<T> {
    private record Placed<T>(SortKey key, T item) {}

    private final int limit;
    private final @Nullable SortKey after;
    /** The last of those kept comes first, since it is the one to go. */
    private final PriorityQueue<Placed<T>> kept =
            new PriorityQueue<>(Comparator.comparing((Placed<T> placed) -> placed.key()).reversed());

    Ordered(int limit, @Nullable SortKey after) {
        this.limit = limit;
        this.after = after;
    }

    void offer(SortKey key, T item) {
        if (after != null && key.compareTo(after) <= 0) {
            return;
        }
        // One more than the limit is kept, because it tells that the list goes on.
        if (kept.size() > limit) {
            Placed<T> last = kept.element();
            if (key.compareTo(last.key()) >= 0) {
                return;
            }
            kept.remove();
        }
        kept.add(new Placed<>(key, item));
    }

    <R> Page<R> page(Function<T, R> shown) {
        List<Placed<T>> placed = new ArrayList<>(kept);
        placed.sort(Comparator.comparing((Placed<T> one) -> one.key()));
        boolean goesOn = placed.size() > limit;
        List<Placed<T>> here = goesOn ? placed.subList(0, limit) : placed;
        return new Page<>(
                here.stream().map(one -> shown.apply(one.item())).toList(),
                goesOn ? here.getLast().key().toPosition() : null);
    }
}
