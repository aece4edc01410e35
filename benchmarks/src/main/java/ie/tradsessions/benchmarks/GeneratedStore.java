package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.inmemory.InMemoryFeedbacks;
import ie.tradsessions.adapters.inmemory.InMemorySessions;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.adapters.inmemory.InMemoryVenues;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.domain.session.SessionId;
import java.util.stream.Stream;

/** Generated sessions in memory, the same ones every time. */
final class GeneratedStore {
    static final int MANY = 8_000;
    private static final long SEED = 1607;

    private final GeneratedSessions generated;
    private final InMemoryStore memory = new InMemoryStore();

    GeneratedStore(int sessions) {
        generated = GeneratedSessions.of(sessions, SEED);
        generated.saveTo(new InMemoryVenues(memory), new InMemorySessions(memory), new InMemoryFeedbacks(memory));
    }

    static GeneratedStore ofMany() {
        return new GeneratedStore(MANY);
    }

    GeneratedSessions generated() {
        return generated;
    }

    InMemoryStore memory() {
        return memory;
    }

    /** So many, from all over the list. */
    Stream<SessionId> someSessions(int count) {
        int step = generated.sessions().size() / count;
        return Stream.iterate(0, at -> at + step)
                .limit(count)
                .map(at -> generated.sessions().get(at).id());
    }
}
