package ie.tradsessions.adapters.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import ie.tradsessions.application.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How long a function still has before the platform ends it. */
final class TimeLeft {
    /** Early enough to tell of the delay. */
    private static final Duration TO_ANSWER = Duration.ofMillis(300);

    private TimeLeft() {}

    /** Does the work under the deadline that the platform sets, if it does. */
    static <T> T observed(@Nullable Context context, Instant now, Supplier<T> work) {
        return context == null
                ? work.get()
                : Deadline.observing(
                        now.plusMillis(context.getRemainingTimeInMillis()).minus(TO_ANSWER), work);
    }
}
