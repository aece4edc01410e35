package ie.tradsessions.adapters.lambda;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a change is tried again where somebody else was faster: at random, so that those who came at
 * once do not come back at once, and up to twice as long after each attempt. As AWS recommends it ("full jitter").
 */
public final class RetryPauses {
    private static final int FIRST_MILLIS = 10;
    private static final int MAX_MILLIS = 250;

    /** More would be above the greatest pause. */
    private static final int MAX_DOUBLINGS = 5;

    private RetryPauses() {}

    public static IntFunction<Duration> atRandom(RandomGenerator random) {
        return failed -> {
            int most = Math.min(MAX_MILLIS, FIRST_MILLIS << Math.min(failed - 1, MAX_DOUBLINGS));
            return Duration.ofMillis(random.nextInt(most + 1));
        };
    }
}
