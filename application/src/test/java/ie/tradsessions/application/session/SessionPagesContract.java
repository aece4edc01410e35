package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StorageContract;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.Burst;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What {@link SessionPages} promises. */
public abstract class SessionPagesContract extends StorageContract {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private final Venue here =
            VenueBuilder.named("Tigh Choil\u00ed").in("Galway").build();

    private Optional<SessionPage> page(SessionId id) {
        return storage().pages().session(id, ReadConsistency.STRONG);
    }

    @Test
    void what_is_not_stored_has_no_page() {
        assertThat(page(SessionBuilder.idOf("nothing"))).isEmpty();
        assertThat(storage().pages().session(SessionBuilder.idOf("nothing"), ReadConsistency.EVENTUAL))
                .isEmpty();
    }

    @Test
    void the_page_of_a_session_holds_what_is_stored_of_it() {
        Session session = SessionBuilder.at(here).build();
        Feedback feedback = Said.of(session.id()).on(THURSDAY.minusWeeks(1)).build();
        store(session);

        assertThat(page(session.id())).contains(new SessionPage(1, session, 0, Feedback.none(session.id()), List.of()));

        store(session);
        store(feedback);

        assertThat(page(session.id())).contains(new SessionPage(2, session, 1, feedback, List.of()));
    }

    @Test
    void feedback_alone_is_no_page() {
        store(Said.of(SessionBuilder.idOf("nothing")).rated(4).build());

        assertThat(page(SessionBuilder.idOf("nothing"))).isEmpty();
    }

    @Test
    void a_session_that_was_deleted_has_no_page() {
        Session session = SessionBuilder.at(here).build();
        store(session);
        storage().sessions().delete(session.id(), 1);

        assertThat(page(session.id())).isEmpty();
    }

    @Test
    void feedback_that_was_deleted_is_none() {
        Session session = SessionBuilder.at(here).build();
        store(session);
        store(Said.of(session.id()).on(THURSDAY).build());
        storage().feedbacks().delete(session.id(), 1);

        assertThat(page(session.id())).contains(new SessionPage(1, session, 2, Feedback.none(session.id()), List.of()));
    }

    @Test
    void the_page_holds_the_ten_newest_of_the_reviews_that_are_shown() {
        Session session = SessionBuilder.at(here).build();
        store(session);
        List<Review> reviews = new ArrayList<>();
        for (int number = 1; number <= 14; number++) {
            reviews.add(review(session.id(), number, number % 5 == 0 ? Visibility.HELD : Visibility.SHOWN));
        }
        post(session.id(), reviews);

        SessionPage page = page(session.id()).orElseThrow();

        assertThat(page.newest()).extracting(Review::number).containsExactly(14, 13, 12, 11, 9, 8, 7, 6, 4, 3);
        assertThat(page.newest().stream().map(Tally.Entry::of))
                .isEqualTo(page.feedback().tally().newest());
        assertThat(page.feedback().ratings().count()).isEqualTo(12);
    }

    @Test
    void a_review_that_is_held_or_withdrawn_leaves_the_page_with_its_rating() {
        Session session = SessionBuilder.at(here).build();
        store(session);
        Review first = review(session.id(), 1, Visibility.SHOWN);
        Review second = review(session.id(), 2, Visibility.SHOWN);
        post(session.id(), List.of(first, second));

        save(
                session.id(),
                List.of(second.with(Visibility.HELD), first),
                new Change.SaveReview(new Versioned<>(second, 1), second.with(Visibility.HELD)));

        assertThat(page(session.id()).orElseThrow().newest()).containsExactly(first);
        assertThat(page(session.id()).orElseThrow().feedback().ratings().count())
                .isEqualTo(1);

        save(
                session.id(),
                List.of(second.with(Visibility.HELD)),
                new Change.SaveReview(new Versioned<>(first, 1), null));

        assertThat(page(session.id()).orElseThrow().newest()).isEmpty();
        assertThat(page(session.id()).orElseThrow().feedback().ratings()).isEqualTo(RatingSummary.NONE);
    }

    @Test
    void one_answer_never_shows_the_summary_apart_from_its_reviews() throws Exception {
        Session session = SessionBuilder.at(here).build();
        store(session);
        AtomicBoolean posting = new AtomicBoolean(true);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> reading = new ArrayList<>();
            for (ReadConsistency consistency : ReadConsistency.values()) {
                reading.add(readers.submit(() -> {
                    while (posting.get()) {
                        SessionPage page = storage()
                                .pages()
                                .session(session.id(), consistency)
                                .orElseThrow();
                        assertThat(page.newest().stream().map(Tally.Entry::of))
                                .isEqualTo(page.feedback().tally().newest());
                    }
                }));
            }
            for (int number = 1; number <= 30; number++) {
                post(session.id(), List.of(review(session.id(), number, Visibility.SHOWN)));
            }
            posting.set(false);
            for (Future<?> one : reading) {
                one.get();
            }
        }
        assertThat(page(session.id()).orElseThrow().feedback().ratings().count())
                .isEqualTo(30);
    }

    private static Review review(SessionId session, int number, Visibility visibility) {
        return Review.posted(
                session,
                number,
                People.NIAMH.member(),
                new Review.Content(1 + number % 5, "The " + number + " of many", null),
                GeneratedSessions.NOW.plusSeconds(number),
                visibility);
    }

    private void post(SessionId session, List<Review> reviews) {
        List<Review> all = new ArrayList<>(reviews);
        storage().reviews().shown(session, null, Integer.MAX_VALUE, ReadConsistency.STRONG).stream()
                .map(Versioned::value)
                .forEach(all::add);
        save(
                session,
                all,
                reviews.stream()
                        .map(review -> new Change.SaveReview(null, review))
                        .toArray(Change[]::new));
    }

    /** @param all the reviews that there are then */
    private void save(SessionId session, List<Review> all, Change... changes) {
        Optional<Versioned<Feedback>> before = storage().feedbacks().find(session);
        int lastNumber = all.stream().mapToInt(Review::number).max().orElse(0);
        Feedback next = Feedback.none(session).with(Tally.recount(all, lastNumber, Burst.NONE));
        List<Change> together = new ArrayList<>(List.of(changes));
        together.add(new Change.Save(new StoredAggregate.OfFeedback(
                next, before.map(Versioned::version).orElse(0L) + 1)));
        assertThat(storage().changes().save(together)).isEqualTo(new ChangeOutcome.Saved());
    }

    @Test
    void every_session_has_its_page() {
        GeneratedSessions generated = GeneratedSessions.of(150, 51);
        Map<SessionId, Feedback> feedbacks = new HashMap<>();
        generated.feedbacks().forEach(feedback -> feedbacks.put(feedback.session(), feedback.with(Tally.NONE)));
        generated.sessions().forEach(this::store);
        feedbacks.values().forEach(this::store);

        for (Session session : generated.sessions()) {
            Feedback feedback = feedbacks.get(session.id());
            assertThat(page(session.id()))
                    .contains(new SessionPage(
                            1,
                            session,
                            feedback == null ? 0 : 1,
                            feedback == null ? Feedback.none(session.id()) : feedback,
                            List.of()));
        }
    }
}
