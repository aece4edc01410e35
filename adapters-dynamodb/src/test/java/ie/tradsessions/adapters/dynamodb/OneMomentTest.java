package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.table.RetryPolicy;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.Burst;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.Session;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query is not isolated from transactions, and yet no page shows a summary apart from its reviews. */
class OneMomentTest {
    private static DynamoServer server;

    private final TornQueries queries = new TornQueries();
    private final Table table = server.newTable(RetryPolicy.DEFAULT, queries);
    private final Storage storage = DynamoStorage.on(table, InstantSource.system());
    private final Session session =
            SessionBuilder.at(VenueBuilder.named("The Crane").build()).build();
    private final List<Review> posted = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = new DynamoServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 100})
    void a_page_is_of_one_moment_however_many_queries_are_not(int tornQueries) {
        storage.sessions().save(session, SaveOutcome.NEW);
        for (int number = 1; number <= 12; number++) {
            post(number);
            // What is seen now is what a torn query shows of the reviews then.
            queries.tear(0);
            page(ReadConsistency.STRONG);
            post(number + 100);
            queries.tear(tornQueries);

            SessionPage page = page(number % 2 == 0 ? ReadConsistency.EVENTUAL : ReadConsistency.STRONG);

            assertThat(queries.torn()).isEqualTo(Math.min(3, tornQueries));
            assertThat(page.newest().stream().map(Tally.Entry::of))
                    .isEqualTo(page.feedback().tally().newest());
            assertThat(page.feedback().ratings().count()).isEqualTo(posted.size());
            assertThat(page.newest()).hasSize(Math.min(Tally.NEWEST, posted.size()));
        }
    }

    @Test
    void a_review_is_found_also_while_it_is_being_shown() {
        Review held = Review.posted(
                session.id(),
                1,
                People.NIAMH.member(),
                new Review.Content(4, null, null),
                GeneratedSessions.NOW,
                Visibility.HELD);
        save(new Change.SaveReview(null, held));
        Review shown = held.with(Visibility.SHOWN);
        queries.afterNextGet(() -> save(new Change.SaveReview(new Versioned<>(held, 1), shown)));

        assertThat(storage.reviews().find(session.id(), 1)).contains(new Versioned<>(shown, 2));
    }

    private void save(Change change) {
        assertThat(storage.changes().save(List.of(change))).isEqualTo(new ChangeOutcome.Saved());
    }

    private SessionPage page(ReadConsistency consistency) {
        return storage.pages().session(session.id(), consistency).orElseThrow();
    }

    private void post(int number) {
        Review review = Review.posted(
                session.id(),
                number,
                People.NIAMH.member(),
                new Review.Content(4, null, null),
                GeneratedSessions.NOW,
                Visibility.SHOWN);
        posted.add(review);
        Feedback feedback = Feedback.none(session.id()).with(Tally.recount(posted, 1_000, Burst.NONE));
        assertThat(storage.changes()
                        .save(List.of(
                                new Change.SaveReview(null, review),
                                new Change.Save(new StoredAggregate.OfFeedback(feedback, posted.size())))))
                .isEqualTo(new ChangeOutcome.Saved());
    }
}
