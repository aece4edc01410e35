package ie.tradsessions.adapters.dynamodb.table;

import ie.tradsessions.application.Deadline;
import ie.tradsessions.application.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Makes calls, none of which goes on beyond the {@link Deadline}. The SDK repeats those that fail, as the
 * {@link RetryPolicy} says; {@link Rounds} ask again for what a call left undone. What cannot be had becomes
 * {@link StorageUnavailable}; what no repetition can mend is thrown as it came.
 */
final class Calls {
    /** A throttled partition is given more capacity within seconds. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Each call that is under way holds a connection. */
    private static final int MAX_SIDE_BY_SIDE = 64;

    private final InstantSource clock;
    private final RetryPolicy policy;
    private final BackoffStrategy pauses;

    Calls(InstantSource clock, RetryPolicy policy) {
        this.clock = clock;
        this.policy = policy;
        pauses = policy.pauses();
    }

    /** @param call is given the settings that its request has to have */
    <T extends @Nullable Object> T call(Function<AwsRequestOverrideConfiguration, T> call) {
        Duration left = Duration.between(clock.instant(), end());
        if (!left.isPositive()) {
            throw unavailable(new IllegalStateException("the deadline has passed"));
        }
        Duration attempt = left.compareTo(policy.attemptTimeout()) < 0 ? left : policy.attemptTimeout();
        try {
            return call.apply(AwsRequestOverrideConfiguration.builder()
                    .apiCallTimeout(left)
                    .apiCallAttemptTimeout(attempt)
                    .build());
        } catch (SdkException e) {
            throw RetryPolicy.isTransient(e) ? unavailable(e) : e;
        }
    }

    Rounds rounds() {
        return new Rounds();
    }

    /**
     * Calls that answer, but leave something undone: keys of a batch, or a transaction that met another. That happens in
     * a healthy table too, so it is not charged to the budget of failures.
     */
    final class Rounds {
        private final Instant end = end();
        private int made = 1;

        private Rounds() {}

        /**
         * Waits before another round, or gives up.
         *
         * @param why what to tell then
         */
        void again(RuntimeException why) {
            if (!isAnother(why)) {
                throw unavailable(why);
            }
        }

        /** Waits before another round; false where there is none any more, or no time for it. */
        boolean isAnother(RuntimeException why) {
            // The strategy counts from the second attempt.
            Duration pause = pauses.computeDelay(made);
            if (made++ >= policy.maxAttempts() || !clock.instant().plus(pause).isBefore(end)) {
                return false;
            }
            try {
                Thread.sleep(pause);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Calls.unavailable(why);
            }
        }

        StorageUnavailable unavailable(RuntimeException why) {
            return Calls.unavailable(why);
        }
    }

    /** The answers stand in the order of the works. */
    <T> List<T> sideBySide(List<Callable<T>> works) {
        try {
            return works.size() == 1 ? List.of(works.getFirst().call()) : parallel(works);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> parallel(List<Callable<T>> works) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                MAX_SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            List<T> answers = new ArrayList<>();
            List<Callable<T>> carried = works.stream().map(Deadline::carried).toList();
            for (Future<T> answer : threads.invokeAll(carried)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private Instant end() {
        Instant latest = clock.instant().plus(policy.callTimeout());
        return Deadline.current().filter(latest::isAfter).orElse(latest);
    }

    private static StorageUnavailable unavailable(Throwable why) {
        return new StorageUnavailable(RETRY_AFTER, why);
    }
}
