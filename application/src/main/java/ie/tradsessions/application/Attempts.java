package ie.tradsessions.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Makes a change again, on what is stored by then, where somebody else saved the same aggregate in between. */
public final class Attempts {
    private static final int MAX = 10;
    private static final int MAX_CONTENDED = 100;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Attempts() {}

    /**
     * What an attempt has read in several reads does not belong together, since somebody else saved in between: it is made
     * again.
     */
    public static final class ReadApart extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ReadApart(Throwable cause) {
            super(cause);
        }

        /** @param what was not there, although something else that was read names it */
        public ReadApart(String what) {
            super(what);
        }
    }

    /**
     * What came of the change.
     *
     * @param what is changed, for the message
     * @param attempt makes the change, given how often that has failed; empty where somebody else was faster
     * @throws StorageUnavailable if somebody else is faster each time: whoever asks again in a moment may be the one
     */
    public static <T> T untilSaved(String what, IntFunction<Optional<T>> attempt) {
        for (int failed = 0; failed < MAX; failed++) {
            int before = failed;
            Optional<T> outcome = made(() -> attempt.apply(before));
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw unavailable(what);
    }

    /**
     * As {@link #untilSaved(String, IntFunction)}, for what many change at once: it gives up only when nobody waits for an
     * answer any more, or after so many attempts that something else must be wrong.
     *
     * @param clock that by which the {@link Deadline} is set
     * @param pauses how long to wait after so many attempts that failed
     */
    public static <T> T untilSaved(
            String what, InstantSource clock, IntFunction<Duration> pauses, Supplier<Optional<T>> attempt) {
        for (int failed = 1; failed <= MAX_CONTENDED; failed++) {
            Optional<T> outcome = made(attempt);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            Duration pause = pauses.apply(failed);
            Instant then = clock.instant().plus(pause);
            if (Deadline.current().filter(deadline -> !then.isBefore(deadline)).isPresent()) {
                throw unavailable(what);
            }
            waitFor(pause);
        }
        throw unavailable(what);
    }

    private static <T> Optional<T> made(Supplier<Optional<T>> attempt) {
        try {
            return attempt.get();
        } catch (ReadApart e) {
            return Optional.empty();
        }
    }

    private static void waitFor(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable(RETRY_AFTER, e);
        }
    }

    private static StorageUnavailable unavailable(String what) {
        return new StorageUnavailable(
                RETRY_AFTER, new IllegalStateException(what + " keeps being changed by somebody else"));
    }
}
