package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.inmemory.InMemoryStorage;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.adapters.lambda.SearchIndexLog;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.search.RebuildSnapshot;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generated sessions in memory, the same ones every time, and a snapshot of them. */
final class GeneratedStore {
    static final Instant NOW = GeneratedSessions.NOW;
    static final InstantSource CLOCK = InstantSource.fixed(NOW);
    static final long SEED = 1607;

    private final GeneratedSessions generated;
    private final Storage storage = InMemoryStorage.of(new InMemoryStore(), CLOCK, saved -> {});

    GeneratedStore(int sessions) {
        generated = GeneratedSessions.of(sessions, SEED);
        generated.saveTo(storage.venues(), storage.sessions(), storage.feedbacks());
        new RebuildSnapshot(storage, CLOCK, () -> "generated", new SearchIndexLog()).rebuild();
    }

    GeneratedSessions generated() {
        return generated;
    }

    /** What the handler and the writers alone make of a question. */
    List<Exchange> exchanges(Question question) {
        UncachedHandler handler = new UncachedHandler(storage, CLOCK);
        return question.requests(this).stream().map(handler::exchange).toList();
    }

    /** So many, from all over the list. */
    Stream<SessionId> someSessions(int count) {
        return some(generated.sessions(), count).map(session -> session.id());
    }

    /** So many, from all over the list. */
    Stream<VenueId> someVenues(int count) {
        return some(generated.venues(), count).map(venue -> venue.id());
    }

    private static <T> Stream<T> some(List<T> all, int count) {
        int step = all.size() / count;
        return IntStream.range(0, count).mapToObj(at -> all.get(at * step));
    }
}
