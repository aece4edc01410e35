package ie.tradsessions.adapters.lambda.http;

import com.amazonaws.services.lambda.runtime.Context;
import ie.tradsessions.application.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The moment by which an invocation has to respond, since the platform ends it soon after. */
final class InvocationDeadline {
    /** Enough to send a response that tells of the delay. */
    private static final Duration RESERVE = Duration.ofMillis(300);

    private InvocationDeadline() {}

    /** Does the work under the deadline that the platform sets; without one where there is no context. */
    static <T> T observing(@Nullable Context context, Instant now, Supplier<T> work) {
        return context == null
                ? work.get()
                : Deadline.observing(
                        now.plusMillis(context.getRemainingTimeInMillis()).minus(RESERVE), work);
    }
}
