package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.RetryPolicy;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.session.PublishSession;
import ie.tradsessions.application.session.SessionEdit;
import ie.tradsessions.application.session.SetOccurrence;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.RequestKey;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Members who all ask for something from the same moment on, and try again until they have it. */
final class MemberContention {
    private static final Duration LATENCY = Duration.ofMillis(15);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final BackoffStrategy PAUSES =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(300), Duration.ofSeconds(3));

    private final Venue venue = VenueBuilder.named("The Crane").in("Ennis").build();
    private final Session session = SessionBuilder.at(venue)
            .as("thursdays")
            .on(DayOfWeek.THURSDAY)
            .build()
            .organisedBy(People.NIAMH.member());
    private final SlowTable slowTable = new SlowTable(LATENCY);
    private final IndexedStorage ports;
    private final MemberRequests requests;
    private final AtomicInteger unavailable = new AtomicInteger();

    MemberContention(DynamoServer server) {
        InstantSource clock = InstantSource.fixed(THURSDAY.atStartOfDay().toInstant(ZoneOffset.UTC));
        ports = IndexedStorage.of(
                (itsClock, saved) -> DynamoStorage.on(
                        server.newTable(RetryPolicy.DEFAULT, slowTable), InstantSource.system(), saved),
                clock);
        requests = ports.requests(clock);
        ports.venues().save(venue, SaveOutcome.NEW);
        ports.sessions().save(session, SaveOutcome.NEW);
    }

    /** How many transactions met another. */
    int conflicts() {
        return slowTable.conflicts();
    }

    /** How often somebody was told to come again. */
    int unavailable() {
        return unavailable.get();
    }

    /** @return how often each moderator tried to cancel a night of their own, the fewest first */
    List<Integer> manyModeratorsOfOneSession(int moderators) {
        List<BooleanSupplier> attempts = new ArrayList<>();
        for (int i = 0; i < moderators; i++) {
            Identity moderator = new Identity(People.member("moderator " + i).member(), true);
            LocalDate night = THURSDAY.plusWeeks(i);
            attempts.add(() -> new SetOccurrence(requests, ports.sessions(), ports.knownVenues())
                            .set(new SetOccurrence.Command(
                                    moderator,
                                    session.id(),
                                    ports.sessions()
                                            .find(session.id())
                                            .orElseThrow()
                                            .version(),
                                    night,
                                    new OccurrenceStatus.Cancelled("by " + moderator)))
                    instanceof SessionEdit.Changed);
        }
        return tries(attempts);
    }

    int cancelledNights() {
        return ports.sessions()
                .find(session.id())
                .orElseThrow()
                .value()
                .timetable()
                .changes()
                .size();
    }

    /** @return how often each device of one member tried to share a session; each sends its request twice at once */
    List<Integer> manyDevicesOfOneMember(int devices) {
        List<BooleanSupplier> attempts = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            String name = "session " + i;
            BooleanSupplier share = () -> new PublishSession(
                                    requests,
                                    ports.knownVenues(),
                                    ports.index(),
                                    () -> SessionBuilder.idOf(
                                            name + " " + Thread.currentThread().threadId()))
                            .publish(new PublishSession.Command(
                                    People.CATHAL,
                                    RequestKey.of("publishSession", name, "a body"),
                                    venue.id(),
                                    SessionBuilder.at(venue).named(name).build().description(),
                                    session.timetable().schedule(),
                                    true))
                    instanceof PublishSession.Outcome.Published;
            attempts.add(share);
            attempts.add(share);
        }
        return tries(attempts);
    }

    Activity activity() {
        return ports.members()
                .of(People.CATHAL.member(), ReadConsistency.STRONG)
                .activity()
                .value();
    }

    int sessionsStored() {
        List<Object> all = new ArrayList<>();
        ports.storage().dataSet().readAll(one -> {
            if (one instanceof StoredAggregate.OfSession) {
                all.add(one);
            }
        });
        return all.size();
    }

    private List<Integer> tries(List<BooleanSupplier> attempts) {
        CountDownLatch begin = new CountDownLatch(1);
        List<Callable<Integer>> works = new ArrayList<>();
        attempts.forEach(attempt -> works.add(() -> {
            begin.await();
            return until(attempt);
        }));
        List<Integer> tries = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> futures = works.stream().map(threads::submit).toList();
            begin.countDown();
            for (Future<Integer> work : futures) {
                tries.add(work.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Collections.sort(tries);
        return tries;
    }

    private int until(BooleanSupplier attempt) {
        for (int tries = 1; ; tries++) {
            try {
                if (attempt.getAsBoolean()) {
                    return tries;
                }
            } catch (StorageUnavailable e) {
                unavailable.incrementAndGet();
            }
            SlowTable.pause(PAUSES.computeDelay(tries));
        }
    }
}
