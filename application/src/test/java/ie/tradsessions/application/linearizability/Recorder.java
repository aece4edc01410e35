package ie.tradsessions.application.linearizability;

import ie.tradsessions.application.StorageUnavailable;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down what clients ask at once, and what they are answered. */
public final class Recorder<C, A> {
    private final AtomicLong clock = new AtomicLong();
    private final Queue<Operation<C, A>> operations = new ConcurrentLinkedQueue<>();

    /** @return the answer, or null where the client was told that there is none now */
    public @Nullable A record(String client, C call, Supplier<A> work) {
        long called = clock.incrementAndGet();
        try {
            A answer = work.get();
            operations.add(new Operation<>(client, call, answer, called, clock.incrementAndGet()));
            return answer;
        } catch (StorageUnavailable e) {
            operations.add(new Operation<>(client, call, null, called, Operation.NEVER));
            return null;
        }
    }

    /** A moment later than all before, for a call that is written down by {@link #add}. */
    public long moment() {
        return clock.incrementAndGet();
    }

    /** Writes down what is known of a call only afterwards. */
    public void add(Operation<C, A> operation) {
        operations.add(operation);
    }

    public List<Operation<C, A>> history() {
        return List.copyOf(operations);
    }
}
