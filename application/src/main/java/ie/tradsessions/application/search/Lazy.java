package ie.tradsessions.application.search;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is worked out when it is first asked for, once. Thread-safe. */
final class Lazy<T> {
    private @Nullable Supplier<T> source;
    private volatile @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        T known = value;
        return known != null ? known : workedOut();
    }

    private synchronized T workedOut() {
        T known = value;
        if (known == null && source != null) {
            known = source.get();
            value = known;
            // What it was made from may be large.
            source = null;
        }
        if (known == null) {
            throw new IllegalStateException("worked out from nothing");
        }
        return known;
    }
}
