package ie.tradsessions.adapters.dynamodb.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * How long and how often a failed call is repeated. The SDK does it, with its standard strategy: jittered pauses that
 * double, and a token bucket as the budget of the whole client, so that a table in trouble is not asked much more often
 * than one in health.
 *
 * @param maxAttempts of one call, the first included
 * @param firstPause the most before the second attempt; it doubles with each
 * @param maxPause the most before any
 * @param attemptTimeout the most that one attempt takes
 * @param callTimeout the most that a call takes with all its attempts, where no deadline says less
 */
public record RetryPolicy(
        int maxAttempts, Duration firstPause, Duration maxPause, Duration attemptTimeout, Duration callTimeout) {
    public static final RetryPolicy DEFAULT = new RetryPolicy(
            5, Duration.ofMillis(25), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(10));

    private static final int SERVER_ERROR = 500;

    /** Those that the SDK does not count among the transient ones by itself. */
    private static final Set<String> TRANSIENT_ERRORS =
            Set.of("TransactionConflictException", "TransactionInProgressException", "LimitExceededException");

    /** Reasons for which a transaction is cancelled when the table has too much to do. */
    private static final Set<String> THROTTLED = Set.of("ThrottlingError", "ProvisionedThroughputExceeded");

    /** How a client has to be set up. */
    public ClientOverrideConfiguration clientSettings() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                        .maxAttempts(maxAttempts)
                        .backoffStrategy(pauses())
                        .throttlingBackoffStrategy(pauses())
                        .retryOnException(RetryPolicy::isTransient)
                        .build())
                .build();
    }

    BackoffStrategy pauses() {
        return BackoffStrategy.exponentialDelay(firstPause, maxPause);
    }

    /** Whether the same call may succeed a moment later. */
    static boolean isTransient(Throwable failure) {
        return switch (failure) {
            case ApiCallTimeoutException timeout -> true;
            case ApiCallAttemptTimeoutException timeout -> true;
            case TransactionCanceledException cancelled ->
                cancelled.cancellationReasons().stream().anyMatch(reason -> THROTTLED.contains(reason.code()))
                        && cancelled.cancellationReasons().stream()
                                .noneMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
            case AwsServiceException answer -> {
                AwsErrorDetails details = answer.awsErrorDetails();
                yield answer.statusCode() >= SERVER_ERROR
                        || answer.isThrottlingException()
                        || (details != null && TRANSIENT_ERRORS.contains(details.errorCode()));
            }
            case SdkClientException client -> client.retryable() || cameFromTheNetwork(client);
            case SdkException other -> other.retryable();
            default -> false;
        };
    }

    private static boolean cameFromTheNetwork(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof UncheckedIOException) {
                return true;
            }
        }
        return false;
    }
}
