package ie.tradsessions.adapters.dynamodb.table;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls may be made again. A few at first, and one for every five that succeed: when everything fails, nothing
 * is earned, and a table in trouble is not asked yet more often.
 */
final class RetryBudget {
    private static final int A_RETRY = 5;
    private static final int MAX = 10 * A_RETRY;

    private final AtomicInteger left = new AtomicInteger(MAX);

    /** Takes a retry, if there is one left. */
    boolean take() {
        return left.getAndUpdate(now -> now < A_RETRY ? now : now - A_RETRY) >= A_RETRY;
    }

    void succeeded() {
        left.updateAndGet(now -> Math.min(MAX, now + 1));
    }
}
