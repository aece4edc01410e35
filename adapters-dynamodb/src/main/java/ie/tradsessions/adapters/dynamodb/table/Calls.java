package ie.tradsessions.adapters.dynamodb.table;

import ie.tradsessions.application.Deadline;
import ie.tradsessions.application.StorageUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Makes calls that may fail: again where that may help, after a pause that nobody can foresee, within a
 * {@link RetryBudget budget}, and never beyond the {@link Deadline}. What cannot be had becomes
 * {@link StorageUnavailable}; what calling again cannot mend is thrown as it came.
 *
 * <p>The SDK could make calls again by itself, but it knows neither of cancelled transactions and unprocessed items nor
 * of the deadline, and two budgets are none.
 */
public final class Calls {
    /**
     * How long to go on.
     *
     * @param attempts of one call, the first included
     * @param firstPause the most before the second attempt; it doubles with each
     * @param longestPause the most before any
     * @param attempt the most that one attempt takes
     * @param whole the most that a call takes with all its attempts, where no deadline says less
     */
    public record Patience(int attempts, Duration firstPause, Duration longestPause, Duration attempt, Duration whole) {
        public static final Patience DEFAULT = new Patience(
                5, Duration.ofMillis(25), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    /** A throttled partition is given more capacity within seconds. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private static final int SERVER_ERROR = 500;
    private static final Set<String> WORTH_ANOTHER = Set.of(
            "TransactionConflictException",
            "TransactionInProgressException",
            "ProvisionedThroughputExceededException",
            "ThrottlingException",
            "RequestLimitExceeded",
            "LimitExceededException");
    private static final Set<String> PASSING_REASONS =
            Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final InstantSource clock;
    private final Patience patience;
    private final BackoffStrategy pauses;
    private final RetryBudget budget = new RetryBudget();

    public Calls(InstantSource clock, Patience patience) {
        this.clock = clock;
        this.patience = patience;
        pauses = BackoffStrategy.exponentialDelay(patience.firstPause(), patience.longestPause());
    }

    /** How a client has to be set up for these calls: it leaves it to them to try again. */
    public static ClientOverrideConfiguration clientSettings() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(DefaultRetryStrategy.doNotRetry())
                .build();
    }

    /** One attempt after another, as {@link #call} or a loop of its own makes them. */
    final class Attempts {
        private final Instant end;
        private int made;
        private boolean perhapsDone;

        private Attempts() {
            Instant latest = clock.instant().plus(patience.whole());
            end = Deadline.current().filter(latest::isAfter).orElse(latest);
        }

        /** What the next attempt is to be made with. */
        AwsRequestOverrideConfiguration settings() {
            Duration left = Duration.between(clock.instant(), end);
            if (!left.isPositive()) {
                throw new StorageUnavailable(RETRY_AFTER, new IllegalStateException("the deadline has passed"));
            }
            Duration attempt = left.compareTo(patience.attempt()) < 0 ? left : patience.attempt();
            return AwsRequestOverrideConfiguration.builder()
                    .apiCallAttemptTimeout(attempt)
                    .build();
        }

        /** Whether an earlier attempt may have been carried out, though its answer never came. */
        boolean perhapsDone() {
            return perhapsDone;
        }

        /** Waits before another attempt, or gives up. */
        void failed(SdkException failure) {
            if (!isPassing(failure)) {
                throw failure;
            }
            perhapsDone |= mayHaveBeenDone(failure);
            again(failure);
        }

        /** @param why what to tell if there is not to be another attempt */
        void again(RuntimeException why) {
            made++;
            // The strategy counts from the second attempt.
            Duration pause = pauses.computeDelay(made);
            boolean inTime = clock.instant().plus(pause).isBefore(end);
            if (made >= patience.attempts() || !inTime || !budget.take()) {
                throw new StorageUnavailable(RETRY_AFTER, why);
            }
            sleep(pause, why);
        }

        void succeeded() {
            budget.succeeded();
        }
    }

    /** @param <T> what it brings */
    interface Call<T extends @Nullable Object> {
        /** @param perhapsDone whether an earlier attempt may have been carried out, though its answer never came */
        T make(AwsRequestOverrideConfiguration settings, boolean perhapsDone);
    }

    Attempts attempts() {
        return new Attempts();
    }

    <T extends @Nullable Object> T call(Call<T> call) {
        Attempts attempts = attempts();
        while (true) {
            try {
                T answer = call.make(attempts.settings(), attempts.perhapsDone());
                attempts.succeeded();
                return answer;
            } catch (SdkException e) {
                attempts.failed(e);
            }
        }
    }

    /** What no retry can find out: a write may have been carried out, and somebody else has written since. */
    public static StorageUnavailable outcomeUnknown() {
        return new StorageUnavailable(
                RETRY_AFTER,
                new IllegalStateException("the answer to a write was lost, and others have written since"));
    }

    private static boolean isPassing(SdkException failure) {
        if (failure instanceof TransactionCanceledException cancelled && cancelled.hasCancellationReasons()) {
            return cancelled.cancellationReasons().stream().allMatch(reason -> PASSING_REASONS.contains(reason.code()));
        }
        if (failure instanceof AwsServiceException answer) {
            AwsErrorDetails details = answer.awsErrorDetails();
            return answer.statusCode() >= SERVER_ERROR
                    || answer.isThrottlingException()
                    || (details != null && WORTH_ANOTHER.contains(details.errorCode()));
        }
        return failure.retryable()
                || failure instanceof ApiCallAttemptTimeoutException
                || (failure instanceof SdkClientException && cameFromTheNetwork(failure));
    }

    private static boolean cameFromTheNetwork(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof UncheckedIOException) {
                return true;
            }
        }
        return false;
    }

    /** A refusal tells that nothing was done; silence and a breakdown tell nothing. */
    private static boolean mayHaveBeenDone(SdkException failure) {
        return !(failure instanceof AwsServiceException answer)
                || (answer.statusCode() >= SERVER_ERROR && !answer.isThrottlingException());
    }

    private static void sleep(Duration pause, RuntimeException why) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable(RETRY_AFTER, why);
        }
    }
}
