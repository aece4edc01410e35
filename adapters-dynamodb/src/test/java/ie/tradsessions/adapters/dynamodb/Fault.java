package ie.tradsessions.adapters.dynamodb;

import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What can go wrong with a call, before the table has done what it was asked to or after. */
enum Fault {
    /** Another transaction is at work on the same item. */
    CONFLICT {
        @Override
        boolean canHit(DynamoDbRequest request) {
            return request instanceof PutItemRequest || request instanceof TransactWriteItemsRequest;
        }

        @Override
        RuntimeException before(DynamoDbRequest request) {
            if (request instanceof TransactWriteItemsRequest transaction) {
                List<CancellationReason> reasons = transaction.transactItems().stream()
                        .map(write -> CancellationReason.builder()
                                .code(write.put() == null ? "None" : "TransactionConflict")
                                .build())
                        .toList();
                return TransactionCanceledException.builder()
                        .cancellationReasons(reasons)
                        .awsErrorDetails(details("TransactionCanceledException"))
                        .statusCode(400)
                        .message("Transaction cancelled")
                        .build();
            }
            return TransactionConflictException.builder()
                    .awsErrorDetails(details("TransactionConflictException"))
                    .statusCode(400)
                    .message("Transaction is ongoing for the item")
                    .build();
        }
    },

    THROTTLE {
        @Override
        RuntimeException before(DynamoDbRequest request) {
            return ProvisionedThroughputExceededException.builder()
                    .awsErrorDetails(details("ProvisionedThroughputExceededException"))
                    .statusCode(400)
                    .message("The level of configured provisioned throughput for the table was exceeded")
                    .build();
        }
    },

    ERROR_BEFORE_COMMIT {
        @Override
        RuntimeException before(DynamoDbRequest request) {
            return DynamoDbException.builder()
                    .awsErrorDetails(details("InternalServerError"))
                    .statusCode(500)
                    .message("Internal server error")
                    .build();
        }
    },

    TIMEOUT_AFTER_COMMIT {
        @Override
        RuntimeException after() {
            return ApiCallAttemptTimeoutException.create(2_000);
        }
    },

    RESET_BEFORE_COMMIT {
        @Override
        RuntimeException before(DynamoDbRequest request) {
            return reset();
        }
    },

    RESET_AFTER_COMMIT {
        @Override
        RuntimeException after() {
            return reset();
        }
    },

    /** Longer than an attempt may take: whether the table has done it is left to chance. */
    DELAY {
        @Override
        Duration delay() {
            return Duration.ofSeconds(3);
        }
    },

    /** Some of a batch is left undone. */
    UNPROCESSED {
        @Override
        boolean canHit(DynamoDbRequest request) {
            return request instanceof BatchGetItemRequest;
        }
    };

    boolean canHit(DynamoDbRequest request) {
        return true;
    }

    /** What is thrown instead of asking the table, or null. */
    RuntimeException before(DynamoDbRequest request) {
        return null;
    }

    /** What is thrown instead of the table's answer, or null. */
    RuntimeException after() {
        return null;
    }

    Duration delay() {
        return Duration.ZERO;
    }

    private static AwsErrorDetails details(String code) {
        return AwsErrorDetails.builder().errorCode(code).serviceName("DynamoDB").build();
    }

    private static SdkClientException reset() {
        return SdkClientException.create("Unable to execute HTTP request", new SocketException("Connection reset"));
    }
}
