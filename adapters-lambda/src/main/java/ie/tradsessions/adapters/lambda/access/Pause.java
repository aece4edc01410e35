package ie.tradsessions.adapters.lambda.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Waits, so that answers that have to be alike take the same time too. */
@FunctionalInterface
public interface Pause {
    void until(Instant moment);

    /** One that does wait. */
    static Pause by(InstantSource clock) {
        return moment -> {
            Duration left = Duration.between(clock.instant(), moment);
            if (left.isPositive()) {
                try {
                    Thread.sleep(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
