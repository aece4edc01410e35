package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.search.DataSet;
import ie.tradsessions.application.search.FoldSnapshot;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.RebuildSnapshot;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A table with a snapshot of some sessions and ten times as many venues, and a process that searches there; each call is
 * counted with what DynamoDB charges for it. Of the aggregates only those are in the table that somebody asks for.
 */
final class PricedProcess {
    private static final long SEED = 1607;
    private static final int VENUES_OF_A_SESSION = 10;
    private static final int MAX_ROUND = 50_000;

    private final Counter counter = new Counter();
    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private final Table table = LocalDynamo.newTable(counter);
    private final Storage storage = DynamoStorage.on(table, clock);
    private final GeneratedSessions generated;
    private final int venues;
    private final List<Venue> firstVenues;

    PricedProcess(int sessions) {
        generated = GeneratedSessions.of(sessions, SEED);
        Map<VenueId, Venue> all = new LinkedHashMap<>();
        generated.venues().forEach(venue -> all.put(venue.id(), venue));
        for (int round = 1; all.size() < sessions * VENUES_OF_A_SESSION; round++) {
            GeneratedSessions.of(Math.min(sessions, MAX_ROUND), SEED + round)
                    .venues()
                    .forEach(venue -> all.put(venue.id(), venue));
        }
        venues = all.size();
        firstVenues = all.values().stream()
                .sorted(Comparator.comparing(Venue::id))
                .limit(ExportDataSet.DEFAULT_LIMIT)
                .toList();
        publish(Stream.of(
                        all.values().stream().map(venue -> new StoredAggregate.OfVenue(venue, 1)),
                        generated.sessions().stream().map(session -> new StoredAggregate.OfSession(session, 1)),
                        generated.feedbacks().stream().map(feedback -> new StoredAggregate.OfFeedback(feedback, 1)))
                .flatMap(one -> one));
    }

    private void publish(Stream<? extends StoredAggregate> aggregates) {
        DataSet inMemory = new DataSet() {
            @Override
            public List<StoredAggregate> read(Collection<AggregateKey> keys, ReadConsistency consistency) {
                throw new IllegalStateException("the journal is empty");
            }

            @Override
            public void readAll(Consumer<StoredAggregate> each) {
                aggregates.forEach(each);
            }
        };
        Storage making = new Storage(
                storage.venues(),
                storage.sessions(),
                storage.feedbacks(),
                storage.pages(),
                storage.reviews(),
                storage.voices(),
                inMemory,
                storage.journal(),
                storage.snapshots(),
                storage.members(),
                storage.venueHistory(),
                storage.cases(),
                storage.decisionLog(),
                storage.merges(),
                storage.changes());
        new RebuildSnapshot(making, clock, PricedProcess::newId, IndexedStorage.NOTHING_HAPPENS).rebuild();
        counter.taken();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    GeneratedSessions generated() {
        return generated;
    }

    int venues() {
        return venues;
    }

    Counter counter() {
        return counter;
    }

    SettableClock clock() {
        return clock;
    }

    Storage storage() {
        return storage;
    }

    /** One that has not been asked for anything yet. */
    SearchIndex freshIndex() {
        return new SearchIndex(storage, FollowPolicy.ONE_OF_MANY, clock, IndexedStorage.NOTHING_HAPPENS);
    }

    FoldSnapshot foldSnapshot() {
        return new FoldSnapshot(storage, clock, PricedProcess::newId, IndexedStorage.NOTHING_HAPPENS);
    }

    /** Puts some of the sessions and the first page of the export into the table too, as the snapshot has them. */
    void store(int count) {
        clock.advance(Duration.ofDays(-1));
        generated.sessions().stream().limit(count).forEach(session -> {
            clock.advance(Duration.ofSeconds(10));
            saved(storage.sessions().save(session, SaveOutcome.NEW));
        });
        firstVenues.forEach(venue -> {
            clock.advance(Duration.ofSeconds(10));
            saved(storage.venues().save(venue, SaveOutcome.NEW));
        });
        clock.set(GeneratedSessions.NOW);
        counter.taken();
    }

    static void saved(SaveOutcome outcome) {
        if (!(outcome instanceof SaveOutcome.Saved)) {
            throw new IllegalStateException("not saved: " + outcome);
        }
    }
}
