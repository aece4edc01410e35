package ie.tradsessions.application;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/** Makes a change again, on what is stored by then, where somebody else saved the same aggregate in between. */
public final class Attempts {
    private static final int MAX = 10;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Attempts() {}

    /**
     * What came of the change.
     *
     * @param what is changed, for the message
     * @param attempt makes the change, given how often that has failed; empty where somebody else was faster
     * @throws StorageUnavailable if somebody else is faster each time: whoever asks again in a moment may be the one
     */
    public static <T> T untilSaved(String what, IntFunction<Optional<T>> attempt) {
        for (int failed = 0; failed < MAX; failed++) {
            Optional<T> outcome = attempt.apply(failed);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new StorageUnavailable(
                RETRY_AFTER, new IllegalStateException(what + " keeps being changed by somebody else"));
    }
}
