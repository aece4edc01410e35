package ie.tradsessions.application;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a longer list, in its order.
 *
 * @param next where the list goes on, or null where it ends here
 */
public record Page<T>(List<T> items, @Nullable PageToken next) {
    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
