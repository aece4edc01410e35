package ie.tradsessions.adapters.dynamodb.twins;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.DynamoPorts;
import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.inmemory.InMemoryDataSet;
import ie.tradsessions.adapters.inmemory.InMemoryFeedbacks;
import ie.tradsessions.adapters.inmemory.InMemorySessionCounts;
import ie.tradsessions.adapters.inmemory.InMemorySessionDirectory;
import ie.tradsessions.adapters.inmemory.InMemorySessionPages;
import ie.tradsessions.adapters.inmemory.InMemorySessions;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.adapters.inmemory.InMemoryVenueDirectory;
import ie.tradsessions.adapters.inmemory.InMemoryVenues;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.session.GeneratedQueries;
import ie.tradsessions.application.session.SessionQuery;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** One small world in both adapters. Whatever is done is done to both; whatever is asked is to be answered alike. */
final class Twins {
    private static final int SESSION_QUESTIONS = 4;
    private static final int VENUE_QUESTIONS = 1;

    private final Ports memory = inMemory();
    private final LocalDynamo local;
    private final Table table;
    private final Ports dynamo;
    private final UnrulyStream stream;
    private final Derivation derivation;
    private Instant now;

    /** @param start the moment at which the sequence begins, by which it is judged what has ended for good */
    Twins(LocalDynamo local, String name, Instant start) {
        this.local = local;
        table = local.table(name);
        dynamo = DynamoPorts.on(table);
        now = start;
        Supplier<String> tokens = LocalDynamo.tokens();
        // DynamoDB knows the tokens of transactions in all tables.
        derivation = new Derivation(table, () -> now, () -> name + tokens.get());
        stream = new UnrulyStream(local, name);
    }

    static Ports inMemory() {
        InMemoryStore store = new InMemoryStore();
        return new Ports(
                new InMemoryVenues(store),
                new InMemorySessions(store),
                new InMemoryFeedbacks(store),
                new InMemoryVenueDirectory(store),
                new InMemorySessionDirectory(store),
                new InMemorySessionPages(store),
                new InMemorySessionCounts(store),
                new InMemoryDataSet(store));
    }

    void take(Step step) {
        int how = step.how();
        switch (step.kind()) {
            case VENUE -> save(Possible.venue(step.which(), how), 0);
            case SESSION -> save(Possible.session(step.which(), step.other(), how), 0);
            case NIGHT ->
                session(step.which()).ifPresent(session -> save(Possible.withNight(session, step.other(), how), 0));
            case END -> session(step.which()).ifPresent(session -> save(Possible.ending(session, how), 0));
            case STANDING -> save(Possible.feedback(step.which(), how), 0);
            case STALE_SAVE -> staleSave(step);
            case REPEATED_SAVE -> repeatedSave(step);
            case TIME_PASSES -> now = now.plus(Duration.ofHours(1 + how % 200));
            case STREAM_CATCHES_UP -> stream.readToEnd(derivation::changed);
            case STREAM_READS_SOME -> hand(stream.next(1 + how % 5));
            case STREAM_REPEATS -> hand(stream.again(1 + how % 5, new Random(how)));
            case STREAM_IS_SHUFFLED -> hand(stream.shuffled(1 + how % 9, new Random(how)));
            case STREAM_IS_READ_BY_MANY_AT_ONCE -> handAtOnce(stream.next(1 + how % 9), how);
        }
    }

    private void hand(List<Map<String, String>> keys) {
        new LinkedHashSet<>(keys).forEach(derivation::changed);
    }

    private void handAtOnce(List<Map<String, String>> keys, int how) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 2 + how % 3; i > 0; i--) {
                List<Map<String, String>> theirs = new ArrayList<>(keys);
                Collections.shuffle(theirs, new Random(how + i));
                all.add(threads.submit(() -> hand(theirs)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<Session> session(int which) {
        return memory.sessions()
                .find(Possible.SESSIONS.get(which % Possible.SESSIONS.size()))
                .map(Versioned::value);
    }

    private void staleSave(Step step) {
        // Never 0, which would be the version that is stored.
        long by = List.of(-1L, 1L, -2L, 50L).get(step.how() % 4);
        switch (step.how() / 4 % 3) {
            case 0 -> save(Possible.venue(step.which(), step.how()), by);
            case 1 -> save(Possible.session(step.which(), step.other(), step.how()), by);
            default -> save(Possible.feedback(step.which(), step.how()), by);
        }
    }

    private void repeatedSave(Step step) {
        VenueId venue = Possible.VENUES.get(step.which() % Possible.VENUES.size());
        SessionId session = Possible.SESSIONS.get(step.which() % Possible.SESSIONS.size());
        switch (step.how() % 3) {
            case 0 -> memory.venues().find(venue).ifPresent(found -> save(found.value(), 0));
            case 1 -> memory.sessions().find(session).ifPresent(found -> save(found.value(), 0));
            default -> memory.feedbacks().find(session).ifPresent(found -> save(found.value(), 0));
        }
    }

    /** @param by how far the version that is expected is from the one that is stored */
    private void save(Venue venue, long by) {
        long version = version(memory.venues().find(venue.id())) + by;
        assertAlike("saving " + venue, ports -> outcome(() -> ports.venues().save(venue, version)));
        assertAlike("saved " + venue, ports -> ports.venues().find(venue.id()));
    }

    private void save(Session session, long by) {
        long version = version(memory.sessions().find(session.id())) + by;
        assertAlike("saving " + session, ports -> outcome(() -> ports.sessions().save(session, version)));
        assertAlike("saved " + session, ports -> ports.sessions().find(session.id()));
    }

    private void save(Feedback feedback, long by) {
        long version = version(memory.feedbacks().find(feedback.session())) + by;
        assertAlike(
                "saving " + feedback, ports -> outcome(() -> ports.feedbacks().save(feedback, version)));
        assertAlike("saved " + feedback, ports -> ports.feedbacks().find(feedback.session()));
    }

    private static long version(Optional<? extends Versioned<?>> stored) {
        return stored.map(Versioned::version).orElse(SaveOutcome.NEW);
    }

    /** What came of it, be it that it was refused because something else is not stored. */
    private static Object outcome(Supplier<SaveOutcome> save) {
        try {
            return save.get();
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    void catchUp() {
        stream.readToEnd(derivation::changed);
    }

    /** Once everything has been looked at again, as of now. */
    void assertThatTheTableHoldsWhatAFreshOneWould() {
        Possible.VENUES.forEach(id -> derivation.refresh("V#" + id));
        Possible.SESSIONS.forEach(id -> derivation.refresh("S#" + id));
        catchUp();
        assertThat(Afresh.differences(local, table, now)).isEmpty();
    }

    /** @param seed another one asks other questions */
    void assertAlike(long seed) {
        Random random = new Random(seed);
        GeneratedSessions stored = everything();
        Possible.VENUES.forEach(id -> {
            assertAlike("venue " + id, ports -> ports.venues().find(id));
            assertAlike("page of venue " + id, ports -> ports.sessionPages().venue(id));
        });
        Possible.SESSIONS.forEach(id -> {
            assertAlike("session " + id, ports -> ports.sessions().find(id));
            assertAlike("feedback of session " + id, ports -> ports.feedbacks().find(id));
            assertAlike("page of session " + id, ports -> ports.sessionPages().session(id));
        });
        Possible.SOURCES.forEach(source ->
                assertAlike(source.toString(), ports -> ports.venueDirectory().from(source)));
        assertAlike("counts", ports -> ports.sessionCounts().count());
        int limit = 1 + random.nextInt(12);
        assertPagesAlike("data set", (ports, after) -> ports.dataSet().read(limit, after));
        if (!stored.venues().isEmpty()) {
            askOfSessions(new GeneratedQueries(stored, seed), random);
            askOfVenues(stored.venues(), random);
        }
    }

    private void askOfSessions(GeneratedQueries queries, Random random) {
        for (int i = 0; i < SESSION_QUESTIONS; i++) {
            SessionQuery query = i == 0 ? SessionQuery.builder().build() : queries.next();
            // An answer is never asked for as of a moment before the clock of what is derived.
            Instant then = now.plus(Duration.ofHours(random.nextInt(4) * 30L));
            int limit = List.of(1, 2, 3, 100, 100, 100).get(random.nextInt(6));
            assertPagesAlike(
                    limit + " of " + query + " at " + then,
                    (ports, after) -> ports.sessionDirectory().find(query, then, limit, after));
        }
    }

    private void askOfVenues(List<Venue> venues, Random random) {
        for (int i = 0; i < VENUE_QUESTIONS; i++) {
            Venue any = venues.get(random.nextInt(venues.size()));
            GeoPoint there = venues.get(random.nextInt(venues.size())).location();
            double metres = random.nextBoolean() ? any.location().metresTo(there) : random.nextInt(60_000);
            String text = random.nextBoolean()
                    ? any.name()
                    : String.valueOf(any.place().town());
            County county = any.place().county();
            VenueQuery query = new VenueQuery(
                    random.nextInt(3) > 0 ? null : text.substring(0, 1 + random.nextInt(text.length())),
                    random.nextInt(3) > 0 ? null : new Nearby(there, 1 + random.nextInt(150)),
                    random.nextInt(3) > 0 ? null : county);
            int limit = List.of(1, 2, 100).get(random.nextInt(3));
            assertPagesAlike(
                    limit + " of " + query,
                    (ports, after) -> ports.venueDirectory().find(query, limit, after));
            assertAlike(
                    metres + " m about " + any, ports -> ports.venueDirectory().within(any.location(), metres));
        }
    }

    private GeneratedSessions everything() {
        return new GeneratedSessions(
                stored(Possible.VENUES, memory.venues()::find),
                stored(Possible.SESSIONS, memory.sessions()::find),
                stored(Possible.SESSIONS, memory.feedbacks()::find));
    }

    private static <K, T> List<T> stored(List<K> ids, Function<K, Optional<Versioned<T>>> find) {
        return ids.stream()
                .map(find)
                .flatMap(Optional::stream)
                .map(Versioned::value)
                .toList();
    }

    private void assertAlike(String what, Function<Ports, Object> question) {
        assertThat(question.apply(dynamo)).as(what).isEqualTo(question.apply(memory));
    }

    private <T> void assertPagesAlike(String what, BiFunction<Ports, PageToken, Page<T>> pages) {
        PageToken inMemory = null;
        PageToken inDynamo = null;
        for (int page = 0; page == 0 || inMemory != null; page++) {
            Page<T> expected = pages.apply(memory, inMemory);
            Page<T> found = pages.apply(dynamo, inDynamo);
            assertThat(found.items()).as("page %d, %s", page, what).isEqualTo(expected.items());
            inMemory = expected.next();
            inDynamo = found.next();
            assertThat(inDynamo == null).as("end of page %d, %s", page, what).isEqualTo(inMemory == null);
        }
    }
}
