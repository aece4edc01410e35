package ie.tradsessions.application.search;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was lately worked out for the rows of a table; each row has one place for it, which it may have to leave
 * to another. The values must be immutable. Threads may race: at worst they work out the same thing twice.
 */
final class RowCache<T> {
    private record Kept<T>(int row, T value) {}

    private final @Nullable Kept<T>[] kept;

    @SuppressWarnings({"unchecked", "rawtypes"})
    RowCache(int max) {
        kept = new Kept[max];
    }

    T get(int row, IntFunction<T> workOut) {
        int place = row % kept.length;
        Kept<T> known = kept[place];
        if (known != null && known.row == row) {
            return known.value;
        }
        T value = workOut.apply(row);
        kept[place] = new Kept<>(row, value);
        return value;
    }
}
