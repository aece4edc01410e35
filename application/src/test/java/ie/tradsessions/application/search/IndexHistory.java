package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.AggregateStore;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One history of a store: processes whose clocks differ save, delete, search, fold, rebuild and die, sleep for seconds or
 * for weeks; in the end every index has to be that of the aggregates. The same seed gives the same history.
 */
final class IndexHistory {
    private static final int STEPS = 60;
    private static final int PROCESSES = 4;
    private static final int VENUES = 4;
    private static final int SESSIONS = 6;
    private static final long MAX_SKEW_MILLIS = 10_000;
    private static final List<String> TOWNS = List.of("Ennis", "Galway", "Doolin", "Cork");

    private final Random random;
    private final SharedStore store;
    private final SettableClock world = new SettableClock(GeneratedSessions.NOW);
    private final Past past = new Past();
    private final Map<AggregateKey, Long> seen = new HashMap<>();
    private final List<Program> processes = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int names;

    /** One program, until it dies; then another one starts in its place, with the same clock. */
    private final class Program {
        private final InstantSource clock;
        private final UnreliableStorage storage;
        private final Storage ports;
        private final FollowPolicy policy;
        private SearchIndex index;
        private final Map<AggregateKey, Long> met = new HashMap<>();

        Program(int number) {
            long skew = random.nextLong(-MAX_SKEW_MILLIS, MAX_SKEW_MILLIS);
            clock = () -> world.instant().plusMillis(skew);
            storage = new UnreliableStorage(store.process(clock), past, world, random);
            ports = storage.ports(number == PROCESSES - 1 ? 1 : 0);
            policy = new FollowPolicy(
                    Duration.ofSeconds(1),
                    random.nextBoolean() ? ReadConsistency.EVENTUAL : ReadConsistency.STRONG,
                    Duration.ofMinutes(5),
                    true);
            start();
        }

        void start() {
            storage.liveOn();
            met.clear();
            index = new SearchIndex(ports, policy, clock, IndexedStorage.NOTHING_HAPPENS);
        }

        /** Nothing that was seen here is unseen again. */
        void look() {
            Index current = index.current();
            seen.keySet().forEach(key -> {
                long version = current.versionOf(key);
                assertThat(version).as("%s here", key).isGreaterThanOrEqualTo(met.getOrDefault(key, 0L));
                met.put(key, version);
            });
        }

        FoldSnapshot.Outcome fold() {
            return new FoldSnapshot(ports, clock, IndexHistory.this::newName, IndexedStorage.NOTHING_HAPPENS).fold();
        }

        RebuildSnapshot.Outcome rebuild() {
            return new RebuildSnapshot(ports, clock, IndexHistory.this::newName, IndexedStorage.NOTHING_HAPPENS)
                    .rebuild();
        }
    }

    IndexHistory(SharedStore empty, long seed) {
        store = empty;
        random = new Random(seed);
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(new Program(i));
        }
        rebuildAll();
    }

    /** @return what happened, for whoever has to find out why it went wrong */
    List<String> told() {
        return told;
    }

    void run() {
        for (int i = 0; i < STEPS; i++) {
            step(any(processes));
        }
        world.advance(Duration.ofMinutes(2));
        check();
    }

    private void step(Program process) {
        world.advance(Duration.ofMillis(random.nextInt(3_000)));
        boolean mortal = random.nextInt(5) == 0;
        if (mortal) {
            process.storage.dieAfter(random.nextInt(12));
        }
        try {
            act(process);
        } catch (UnreliableStorage.Died e) {
            told.add("… and died");
            process.start();
        }
        process.storage.liveOn();
    }

    private void act(Program process) {
        switch (random.nextInt(20)) {
            case 0 -> tell(process, "fold", process::fold);
            case 1 -> {
                process.storage.beforePublishing(() -> any(processes).fold());
                tell(process, "fold while another one folds", process::fold);
            }
            case 2 -> tell(process, "rebuild", process::rebuild);
            case 3 ->
                tell(process, "start again", () -> {
                    process.start();
                    return "";
                });
            case 4 -> sleep();
            case 5, 6, 7, 8 ->
                tell(process, "look", () -> {
                    process.look();
                    return "";
                });
            default -> tell(process, "save", () -> save(process));
        }
    }

    private void tell(Program process, String what, Supplier<Object> action) {
        int at = told.size();
        told.add("%s process %d: %s".formatted(world.instant(), processes.indexOf(process), what));
        Object outcome = action.get();
        told.set(at, told.get(at) + " " + outcome);
    }

    /** Seconds mostly; sometimes for weeks, in which the daily rebuilding goes on. */
    private void sleep() {
        if (random.nextInt(4) > 0) {
            world.advance(Duration.ofSeconds(random.nextInt(200)));
            return;
        }
        int days = random.nextInt(40);
        told.add("%d days pass".formatted(days));
        Program awake = any(processes);
        for (int day = 0; day < days; day++) {
            world.advance(Duration.ofDays(1));
            if (random.nextInt(5) == 0) {
                tell(awake, "save", () -> save(awake));
            }
            rebuildAll();
        }
    }

    /** A program of each version rebuilds its snapshot. */
    private void rebuildAll() {
        processes.getFirst().rebuild();
        processes.getLast().rebuild();
    }

    private Object save(Program process) {
        Storage ports = process.ports;
        String word = newName();
        VenueId venue = VenueBuilder.idOf("venue " + random.nextInt(VENUES));
        SessionId session = SessionBuilder.idOf("session " + random.nextInt(SESSIONS));
        return switch (random.nextInt(10)) {
            case 0, 1, 2 ->
                save(
                        ports.venues(),
                        venue,
                        AggregateKey.of(venue),
                        VenueBuilder.named(word).as(venue).in(any(TOWNS)).build());
            case 3, 4, 5 ->
                saveSession(
                        ports,
                        SessionBuilder.at(venue)
                                .as(session)
                                .named(random.nextBoolean() ? word : null)
                                .on(DayOfWeek.THURSDAY)
                                .with(
                                        LocalDate.of(2026, 11, 26),
                                        new OccurrenceStatus.Moved(
                                                VenueBuilder.idOf("venue " + random.nextInt(VENUES)), null, null))
                                .build());
            case 6, 7 ->
                save(
                        ports.feedbacks(),
                        session,
                        AggregateKey.feedbackOf(session),
                        Said.of(session)
                                .on(LocalDate.of(2026, 11, 1 + random.nextInt(20)))
                                .rated(1 + random.nextInt(5))
                                .build());
            case 8 -> mergeOrSeparate(ports.venues(), venue);
            default ->
                switch (random.nextInt(3)) {
                    case 0 -> delete(ports.venues(), venue, AggregateKey.of(venue));
                    case 1 -> delete(ports.sessions(), session, AggregateKey.of(session));
                    default -> delete(ports.feedbacks(), session, AggregateKey.feedbackOf(session));
                };
        };
    }

    /** By an import, or in one transaction with what is kept of the member who did it. */
    private Object saveSession(Storage ports, Session told) {
        Session session = GeneratedSessions.keptByMembers(told, random);
        AggregateKey key = AggregateKey.of(session.id());
        MemberId member = session.organiser();
        if (member == null) {
            return save(ports.sessions(), session.id(), key, session);
        }
        return changed(ports.sessions(), session.id(), key, version -> {
            Versioned<Activity> activity =
                    ports.members().of(member, ReadConsistency.STRONG).activity();
            ChangeOutcome outcome = ports.changes()
                    .save(List.of(
                            new Change.Save(new StoredAggregate.OfSession(session, version + 1)),
                            new Change.SaveActivity(activity.value(), activity.version() + 1)));
            return outcome instanceof ChangeOutcome.Saved
                    ? new SaveOutcome.Saved(version + 1)
                    : new SaveOutcome.Stale(version);
        });
    }

    /** What a moderator finds to be the same venue as another one, and what another moderator finds not to be. */
    private Object mergeOrSeparate(Venues venues, VenueId id) {
        VenueId into = VenueBuilder.idOf("venue " + random.nextInt(VENUES));
        return venues.find(id)
                .map(Versioned::value)
                .filter(venue -> venue.isMerged() || !into.equals(id))
                .map(venue -> save(
                        venues, id, AggregateKey.of(id), venue.isMerged() ? venue.separate() : venue.mergedInto(into)))
                .orElse("nothing to merge");
    }

    private <I, A> Object save(AggregateStore<I, A> aggregates, I id, AggregateKey key, A aggregate) {
        return changed(aggregates, id, key, version -> aggregates.save(aggregate, version));
    }

    private <I, A> Object delete(AggregateStore<I, A> aggregates, I id, AggregateKey key) {
        return changed(aggregates, id, key, version -> aggregates.delete(id, version));
    }

    /** With the version that is stored, that of a tombstone, or one that is out of date. */
    private <I, A> Object changed(
            AggregateStore<I, A> aggregates, I id, AggregateKey key, Function<Long, SaveOutcome> change) {
        long version = aggregates.find(id).map(Versioned::version).orElseGet(() -> seen.getOrDefault(key, 0L));
        SaveOutcome outcome = change.apply(random.nextInt(8) == 0 ? Math.max(0, version - 1) : version);
        if (outcome instanceof SaveOutcome.Stale(long stored)) {
            seen.merge(key, stored, Math::max);
            return key + " stale, is " + stored;
        }
        long saved = ((SaveOutcome.Saved) outcome).version();
        seen.merge(key, saved, Math::max);
        return key + " is now " + saved;
    }

    private void check() {
        Index truth = truth();
        for (Program process : processes) {
            assertThat(process.index.current().differencesFrom(truth))
                    .as("the index of process %d", processes.indexOf(process))
                    .isEmpty();
            IndexHistoryTest.assertShowsNothingThatWasTakenDown(process.index.current(), everything());
            process.start();
            assertThat(process.index.current().differencesFrom(truth))
                    .as("a fresh index in the place of process %d", processes.indexOf(process))
                    .isEmpty();
            assertThat(process.rebuild().wrong()).as("what rebuilding finds").isEmpty();
            process.fold();
            process.start();
            assertThat(process.index.current().differencesFrom(truth))
                    .as("an index from the rebuilt snapshot")
                    .isEmpty();
        }
    }

    private Index truth() {
        return Index.empty().with(everything());
    }

    private List<StoredAggregate> everything() {
        List<StoredAggregate> all = new ArrayList<>();
        store.process(world).dataSet().readAll(all::add);
        return all;
    }

    private String newName() {
        return "Name " + names++;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
