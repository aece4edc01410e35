package ie.tradsessions.application;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The moment after which nobody waits for an answer any more. Whoever drives a use case sets it; an adapter asks for it
 * before it begins something that may take long.
 */
public final class Deadline {
    private static final ScopedValue<Instant> CURRENT = ScopedValue.newInstance();

    private Deadline() {}

    public static <T extends @Nullable Object> T observing(Instant deadline, Supplier<T> work) {
        return ScopedValue.where(CURRENT, deadline).call(work::get);
    }

    /** That of the work that is under way, if it has one. */
    public static Optional<Instant> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The same work for another thread, under the deadline of this one. */
    public static <T extends @Nullable Object> Callable<T> carried(Callable<T> work) {
        return CURRENT.isBound() ? carried(CURRENT.get(), work) : work;
    }

    private static <T extends @Nullable Object> Callable<T> carried(Instant deadline, Callable<T> work) {
        return () -> ScopedValue.where(CURRENT, deadline).call(work::call);
    }
}
