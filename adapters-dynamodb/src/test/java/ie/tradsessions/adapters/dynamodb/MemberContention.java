package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.RetryPolicy;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.feedback.ConfirmNight;
import ie.tradsessions.application.feedback.FeedbackEdit;
import ie.tradsessions.application.feedback.SessionFeedback;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.moderation.OpenBurstCase;
import ie.tradsessions.application.review.PostReview;
import ie.tradsessions.application.review.ReviewEdit;
import ie.tradsessions.application.session.PublishSession;
import ie.tradsessions.application.session.SessionEdit;
import ie.tradsessions.application.session.SetOccurrence;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.member.RequestKey;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
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

    private static final BackoffStrategy BETWEEN_ATTEMPTS =
            BackoffStrategy.exponentialDelay(Duration.ofMillis(50), Duration.ofSeconds(1));

    private final Venue venue = VenueBuilder.named("The Crane").in("Ennis").build();
    private final Session session = SessionBuilder.at(venue)
            .as("thursdays")
            .on(DayOfWeek.THURSDAY)
            .build()
            .organisedBy(People.NIAMH.member());
    private final SlowTable slowTable = new SlowTable(LATENCY);
    private final InstantSource clock;
    private final IndexedStorage ports;
    private final MemberRequests requests;
    private final AtomicInteger unavailable = new AtomicInteger();

    MemberContention(DynamoServer server) {
        clock = InstantSource.fixed(THURSDAY.atStartOfDay().toInstant(ZoneOffset.UTC));
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

    /**
     * Every member reviews the session and confirms its last night, as the program carries requests out: with a pause
     * between attempts, and until somebody has counted it.
     *
     * @return how often each sent both, the fewest first
     */
    List<Integer> manyMembersOfOneSession(int count) {
        SessionFeedback feedback = patientFeedback();
        List<BooleanSupplier> attempts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Identity member = People.member("member " + i);
            known(member);
            BooleanSupplier review = review(feedback, member, 1 + i % Review.BEST);
            attempts.add(() -> review.getAsBoolean()
                    && new ConfirmNight(feedback)
                                    .confirm(new ConfirmNight.Command(
                                            member, session.id(), THURSDAY.minusWeeks(1), true))
                            instanceof FeedbackEdit.Said);
        }
        return tries(attempts);
    }

    /** @return how often each of so many requests of one member, all of the same review, was tried, the fewest first */
    List<Integer> manyPostsOfOneReview(int posts) {
        Identity member = People.member("member");
        known(member);
        return tries(Collections.nCopies(posts, review(patientFeedback(), member, Review.BEST)));
    }

    private SessionFeedback patientFeedback() {
        MemberRequests patient =
                new MemberRequests(ports.members(), ports.changes(), clock, BETWEEN_ATTEMPTS::computeDelay);
        return new SessionFeedback(patient, ports.pages(), ports.voices(), ports.knownVenues());
    }

    private BooleanSupplier review(SessionFeedback feedback, Identity who, int rating) {
        PostReview post = new PostReview(
                feedback, ports.reviews(), new OpenBurstCase(ports.storage().cases())::of);
        return () -> post.post(new PostReview.Command(who, session.id(), new Review.Content(rating, "Great.", null)))
                instanceof ReviewEdit.Done;
    }

    /** Somebody who is here for long, and so no reason to hold a review. */
    private void known(Identity member) {
        ports.changes()
                .save(List.of(new Change.SaveProfile(
                        Profile.of(
                                member.member(),
                                new Profile.Description("Somebody", Set.of(), null, null),
                                Instant.parse("2020-01-01T00:00:00Z")),
                        1)));
    }

    Feedback feedback() {
        return ports.pages()
                .session(session.id(), ReadConsistency.STRONG)
                .orElseThrow()
                .feedback();
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

    /** How many reviews everybody sees, and how many the summary counts. */
    List<Long> reviewsShownAndCounted() {
        return List.of(
                (long) ports.storage()
                        .reviews()
                        .shown(session.id(), null, Integer.MAX_VALUE, ReadConsistency.STRONG)
                        .size(),
                ports.pages()
                        .session(session.id(), ReadConsistency.STRONG)
                        .orElseThrow()
                        .feedback()
                        .tally()
                        .ratings()
                        .count());
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
