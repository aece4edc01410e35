package ie.tradsessions.application;

import java.time.Duration;
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

    /** As {@link #observing}, {@code most} from now on, or earlier where whoever drives the use case says so. */
    public static <T extends @Nullable Object> T within(Duration most, Instant now, Supplier<T> work) {
        Instant latest = now.plus(most);
        return observing(current().filter(latest::isAfter).orElse(latest), work);
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
