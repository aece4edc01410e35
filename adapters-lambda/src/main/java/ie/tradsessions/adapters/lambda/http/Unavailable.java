package ie.tradsessions.adapters.lambda.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that a request needs does not answer at the moment; the client is told when to try again. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param what does not answer, and why, for the log */
    public Unavailable(String what, Duration retryAfter, @Nullable Throwable cause) {
        super(what, cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
