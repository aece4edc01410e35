package ie.tradsessions.application.linearizability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** How clients that are at work at once get into each other's way. */
public interface Interleaving {
    /** Runs all of them to their ends, each in a thread of its own. */
    void run(List<Runnable> clients);

    /** A client is at a point at which another one may go on. */
    void pass();

    /** A client does nothing for a while, as long as some calls take, so that not all are always at work. */
    void idle(Random random);

    /** What a client does from a call to its answer. */
    default void call(Runnable work) {
        work.run();
    }

    /**
     * As it happens.
     *
     * @param atOnce how many calls are under way at a time at most: the more there are, the longer is the search
     */
    static Interleaving free(int atOnce) {
        Semaphore permits = new Semaphore(atOnce, true);
        return new Interleaving() {
            @Override
            public void run(List<Runnable> clients) {
                inThreads(clients);
            }

            @Override
            public void call(Runnable work) {
                permits.acquireUninterruptibly();
                try {
                    work.run();
                } finally {
                    permits.release();
                }
            }

            @Override
            public void pass() {
                // The machine decides.
            }

            @Override
            public void idle(Random random) {
                // Whoever waits for a permit is.
            }
        };
    }

    /** One client at a time, and chance decides at each of its points who is next: the same seed, the same history. */
    static Interleaving byChance(Random random) {
        return new OneAtATime(random);
    }

    private static void inThreads(List<Runnable> works) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> work : works.stream().map(threads::submit).toList()) {
                work.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** See {@link #byChance}. */
    final class OneAtATime implements Interleaving {
        private static final int LONGEST_IDLE = 160;

        private final Random random;

        /** Those who are at work, each of whom goes on when it gets its permit; only who has it changes this. */
        private final List<Semaphore> turns = new ArrayList<>();

        private final Map<Thread, Semaphore> turnOf = new ConcurrentHashMap<>();

        private OneAtATime(Random random) {
            this.random = random;
        }

        @Override
        public void run(List<Runnable> clients) {
            List<Runnable> works = new ArrayList<>();
            for (Runnable client : clients) {
                Semaphore turn = new Semaphore(0);
                turns.add(turn);
                works.add(() -> {
                    turnOf.put(Thread.currentThread(), turn);
                    turn.acquireUninterruptibly();
                    try {
                        client.run();
                    } finally {
                        turns.remove(turn);
                        next();
                    }
                });
            }
            next();
            inThreads(works);
        }

        @Override
        public void pass() {
            Semaphore turn = turnOf.get(Thread.currentThread());
            if (turn != null) {
                next();
                turn.acquireUninterruptibly();
            }
        }

        @Override
        public void idle(Random own) {
            for (int i = own.nextInt(LONGEST_IDLE); i > 0; i--) {
                pass();
            }
        }

        private void next() {
            if (!turns.isEmpty()) {
                turns.get(random.nextInt(turns.size())).release();
            }
        }
    }
}
