package ie.tradsessions.application.search;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.fixtures.InterceptedStorage;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The ports of one process as it may meet them in the field: reads that are not strongly consistent lag behind, each by
 * another time, so that they also go backwards; the journal comes out of order and forgets what has expired; and the
 * process may die before or after any call.
 */
final class UnreliableStorage {
    static final Duration MAX_LAG = Duration.ofSeconds(5);

    private final Storage real;
    private final Past past;
    private final InstantSource world;
    private final Random random;
    private int callsToLive = Integer.MAX_VALUE;
    private Runnable beforePublishing = () -> {};

    /** The process is no more. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    UnreliableStorage(Storage real, Past past, InstantSource world, Random random) {
        this.real = real;
        this.past = past;
        this.world = world;
        this.random = random;
    }

    /** Dies at one of the next calls, each of which has a moment before it and one after it. */
    void dieAfter(int moments) {
        callsToLive = moments;
    }

    void liveOn() {
        callsToLive = Integer.MAX_VALUE;
    }

    /** What happens elsewhere just before this process publishes its next snapshot. */
    void beforePublishing(Runnable meanwhile) {
        beforePublishing = meanwhile;
    }

    /** @param formatShift for a program of another version, whose snapshots have another format */
    Storage ports(int formatShift) {
        Storage lagging = new Storage(
                real.venues(),
                real.sessions(),
                real.feedbacks(),
                real.pages(),
                real.reviews(),
                real.voices(),
                laggingDataSet(),
                laggingJournal(),
                snapshotsOfFormat(formatShift),
                real.members(),
                real.venueHistory(),
                real.cases(),
                real.decisionLog(),
                real.merges(),
                real.changes());
        return InterceptedStorage.of(lagging, new InterceptedStorage.Interceptor() {
            @Override
            public void before(String call) {
                passMoment();
            }

            @Override
            public void after(Object port, String call, Object[] arguments, Object answer) {
                if (answer instanceof SaveOutcome.Saved(long version)) {
                    past.saved(world.instant(), stored(port, call, arguments[0], version));
                }
                if (answer instanceof ChangeOutcome.Saved) {
                    for (Object change : (List<?>) arguments[0]) {
                        if (change instanceof Change.Save(StoredAggregate next)) {
                            past.saved(world.instant(), next);
                        }
                    }
                }
                passMoment();
            }
        });
    }

    private void passMoment() {
        if (callsToLive == Integer.MAX_VALUE) {
            return;
        }
        if (callsToLive-- <= 0) {
            throw new Died();
        }
    }

    private static StoredAggregate stored(Object collection, String operation, Object argument, long version) {
        if (operation.equals("delete")) {
            return new StoredAggregate.Deleted(key(collection, argument), version);
        }
        return switch (argument) {
            case Venue venue -> new StoredAggregate.OfVenue(venue, version);
            case Session session -> new StoredAggregate.OfSession(session, version);
            case Feedback feedback -> new StoredAggregate.OfFeedback(feedback, version);
            default -> throw new IllegalArgumentException("no aggregate: " + argument);
        };
    }

    private static AggregateKey key(Object collection, Object id) {
        if (collection instanceof Venues) {
            return AggregateKey.of((VenueId) id);
        }
        return collection instanceof Sessions
                ? AggregateKey.of((SessionId) id)
                : AggregateKey.feedbackOf((SessionId) id);
    }

    private Instant someTimeAgo() {
        return world.instant().minusMillis(random.nextInt((int) MAX_LAG.toMillis()));
    }

    private Journal laggingJournal() {
        return (from, max, consistency) -> {
            Journal.Tail tail = real.journal().since(from, Integer.MAX_VALUE, ReadConsistency.STRONG);
            Instant seen = consistency == ReadConsistency.STRONG ? world.instant() : someTimeAgo();
            Instant expired = world.instant().minus(Journal.RETENTION);
            List<Journal.Entry> entries = new ArrayList<>(tail.entries());
            entries.removeIf(entry -> !past.wasSavedBy(seen, entry.key(), entry.version())
                    || entry.at().isBefore(expired));
            Collections.shuffle(entries, random);
            if (entries.isEmpty() || random.nextInt(3) > 0) {
                return new Journal.Tail(entries.subList(0, Math.min(max, entries.size())), entries.size() <= max);
            }
            entries.add(entries.getFirst());
            return new Journal.Tail(entries.subList(0, Math.min(max, entries.size())), entries.size() <= max);
        };
    }

    private DataSet laggingDataSet() {
        return new DataSet() {
            @Override
            public List<StoredAggregate> read(Collection<AggregateKey> keys, ReadConsistency consistency) {
                if (consistency == ReadConsistency.STRONG) {
                    return real.dataSet().read(keys, consistency);
                }
                List<StoredAggregate> read = new ArrayList<>();
                keys.forEach(key -> past.at(someTimeAgo(), key).ifPresent(read::add));
                return read;
            }

            @Override
            public void readAll(Consumer<StoredAggregate> each) {
                real.dataSet().readAll(each);
            }
        };
    }

    private Snapshots snapshotsOfFormat(int formatShift) {
        return new Snapshots() {
            @Override
            public Optional<Head> head(int format) {
                return real.snapshots().head(format + formatShift);
            }

            @Override
            public Optional<List<byte[]>> chunks(Head head) {
                return real.snapshots().chunks(head);
            }

            @Override
            public boolean publish(int format, Head head, List<byte[]> chunks) {
                Runnable meanwhile = beforePublishing;
                beforePublishing = () -> {};
                meanwhile.run();
                return real.snapshots().publish(format + formatShift, head, chunks);
            }
        };
    }
}
