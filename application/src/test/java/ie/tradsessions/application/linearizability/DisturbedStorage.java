package ie.tradsessions.application.linearizability;

import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.fixtures.InterceptedStorage;
import java.time.Duration;
import java.util.Random;

/** Ports at each call of which another client may go on, and at some of which something goes wrong. */
public final class DisturbedStorage {
    /** One call in so many is hit. */
    private static final int SELDOM = 200;

    private static final int MOMENTS = 30;

    /** What goes wrong with a call. */
    public enum Fault {
        NONE,
        /** Nothing is saved, for a reason that is gone at once. */
        CONFLICT,
        /** Nothing is done. */
        ERROR_BEFORE,
        /** All is done, and nobody is told. */
        ANSWER_LOST,
        /** Others do a lot before it begins. */
        DELAY_BEFORE,
        /** Others do a lot before the answer comes. */
        DELAY_AFTER
    }

    private DisturbedStorage() {}

    public static Storage of(Storage real, Fault fault, Interleaving interleaving, Random random) {
        Storage store = fault == Fault.CONFLICT ? withConflicts(real, random) : real;
        return InterceptedStorage.of(store, new InterceptedStorage.Interceptor() {
            @Override
            public void before(String call) {
                interleaving.pass();
                if (isHit(Fault.ERROR_BEFORE)) {
                    throw unavailable();
                }
                if (isHit(Fault.DELAY_BEFORE)) {
                    passOften();
                }
            }

            @Override
            public void after(Object port, String call, Object[] arguments, Object answer) {
                if (isHit(Fault.ANSWER_LOST)) {
                    throw unavailable();
                }
                if (isHit(Fault.DELAY_AFTER)) {
                    passOften();
                }
                interleaving.pass();
            }

            private void passOften() {
                for (int i = 0; i < MOMENTS; i++) {
                    interleaving.pass();
                }
            }

            private boolean isHit(Fault one) {
                return one == fault && random.nextInt(SELDOM) == 0;
            }
        });
    }

    private static Storage withConflicts(Storage real, Random random) {
        return new Storage(
                real.venues(),
                real.sessions(),
                real.feedbacks(),
                real.pages(),
                real.reviews(),
                real.voices(),
                real.dataSet(),
                real.journal(),
                real.snapshots(),
                real.members(),
                real.venueHistory(),
                real.cases(),
                real.decisionLog(),
                real.merges(),
                changes -> random.nextInt(SELDOM) == 0
                        ? new ChangeOutcome.Stale()
                        : real.changes().save(changes));
    }

    private static StorageUnavailable unavailable() {
        return new StorageUnavailable(Duration.ofSeconds(1), new IllegalStateException("a fault on purpose"));
    }
}
