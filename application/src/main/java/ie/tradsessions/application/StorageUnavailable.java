package ie.tradsessions.application;

import java.time.Duration;

/** The storage does not answer now, or not in time. What was asked for may be asked again later. */
public final class StorageUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param retryAfter how long to wait before asking again */
    public StorageUnavailable(Duration retryAfter, Throwable cause) {
        super("the storage does not answer", cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
