package ie.tradsessions.application.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StorageContract;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.SessionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Reviews} promise. */
public abstract class ReviewsContract extends StorageContract {
    private static final SessionId SESSION = SessionBuilder.idOf("reviewed");

    @Test
    void a_review_is_found_as_it_was_posted() {
        Review review = review(1)
                .with(new Review.Content(2, "Quiet.\nToo quiet.", LocalDate.of(2026, 11, 19)), GeneratedSessions.NOW)
                .markedHelpful(true)
                .answered(new Review.Answer("It was the funeral.", GeneratedSessions.NOW));
        save(null, review);

        assertThat(reviews().find(SESSION, 1)).contains(new Versioned<>(review, 1));
        assertThat(reviews().find(SESSION, 2)).isEmpty();
        assertThat(reviews().find(SessionBuilder.idOf("other"), 1)).isEmpty();
    }

    @Test
    void many_are_found_at_once_in_the_order_in_which_they_are_asked_for_whoever_may_see_them() {
        List<Reviews.Id> ids = new ArrayList<>();
        List<Versioned<Review>> stored = new ArrayList<>();
        for (int number = 1; number <= 230; number++) {
            ids.add(new Reviews.Id(SESSION, number));
            // Some are hidden, and some are not there.
            if (number % 4 > 0) {
                Review review = review(number).with(number % 4 == 1 ? Visibility.HIDDEN : Visibility.SHOWN);
                save(null, review);
                stored.add(new Versioned<>(review, 1));
            }
        }
        ids.add(new Reviews.Id(SessionBuilder.idOf("other"), 1));

        assertThat(reviews().findAll(ids)).isEqualTo(stored);
        assertThat(reviews().findAll(ids.reversed())).isEqualTo(stored.reversed());
        assertThat(reviews().findAll(List.of())).isEmpty();
    }

    @Test
    void all_of_every_session_are_read_whoever_may_see_them() {
        Review elsewhere = Review.posted(
                SessionBuilder.idOf("elsewhere"),
                1,
                People.CATHAL.member(),
                new Review.Content(2, "Quiet.", null),
                GeneratedSessions.NOW,
                Visibility.HELD);
        save(null, review(1));
        save(null, review(2));
        save(null, elsewhere);
        save(new Versioned<>(review(2), 1), null);
        List<Review> read = new ArrayList<>();

        reviews().readAll(read::add, told -> fail(told));

        assertThat(read).containsExactlyInAnyOrder(review(1), elsewhere);
    }

    @Test
    void those_that_are_shown_come_newest_first_some_at_a_time() {
        for (int number = 1; number <= 120; number++) {
            save(null, review(number).with(number % 4 == 0 ? Visibility.HELD : Visibility.SHOWN));
        }

        assertThat(shown(null, 4)).containsExactly(119, 118, 117, 115);
        assertThat(shown(115, 3)).containsExactly(114, 113, 111);
        assertThat(shown(4, 10)).containsExactly(3, 2, 1);
        assertThat(shown(null, 1000)).hasSize(90);
        assertThat(numbers(reviews().notShown(SESSION))).hasSize(30).startsWith(120, 116);
    }

    @Test
    void a_review_that_is_held_is_found_and_shown_no_longer_until_it_is_released() {
        save(null, review(1));
        Review held = review(1).with(Visibility.HELD);
        assertThat(save(new Versioned<>(review(1), 1), held)).isEqualTo(new ChangeOutcome.Saved());

        assertThat(shown(null, 10)).isEmpty();
        assertThat(reviews().find(SESSION, 1)).contains(new Versioned<>(held, 2));
        assertThat(reviews().notShown(SESSION)).containsExactly(new Versioned<>(held, 2));

        save(new Versioned<>(held, 2), held.with(Visibility.SHOWN));
        assertThat(shown(null, 10)).containsExactly(1);
        assertThat(reviews().notShown(SESSION)).isEmpty();
    }

    @Test
    void nothing_is_left_of_a_review_that_was_withdrawn() {
        save(null, review(1));
        assertThat(save(new Versioned<>(review(1), 1), null)).isEqualTo(new ChangeOutcome.Saved());

        assertThat(reviews().find(SESSION, 1)).isEmpty();
        assertThat(shown(null, 10)).isEmpty();
    }

    @Test
    void who_has_seen_another_version_changes_nothing() {
        save(null, review(1));
        Review changed = review(1).with(Visibility.HELD);

        assertThat(save(null, review(1))).isEqualTo(new ChangeOutcome.Stale());
        assertThat(save(new Versioned<>(review(1), 2), changed)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(save(new Versioned<>(review(1), 2), null)).isEqualTo(new ChangeOutcome.Stale());
        assertThat(save(new Versioned<>(review(2), 1), null)).isEqualTo(new ChangeOutcome.Stale());

        assertThat(reviews().find(SESSION, 1)).contains(new Versioned<>(review(1), 1));
    }

    private Reviews reviews() {
        return storage().reviews();
    }

    private ChangeOutcome save(@Nullable Versioned<Review> before, @Nullable Review after) {
        return storage().changes().save(List.of(new Change.SaveReview(before, after)));
    }

    private List<Integer> shown(@Nullable Integer before, int limit) {
        return numbers(reviews().shown(SESSION, before, limit, ReadConsistency.STRONG));
    }

    private static List<Integer> numbers(List<Versioned<Review>> reviews) {
        return reviews.stream().map(review -> review.value().number()).toList();
    }

    private static Review review(int number) {
        return Review.posted(
                SESSION,
                number,
                People.NIAMH.member(),
                new Review.Content(4, null, null),
                GeneratedSessions.NOW,
                Visibility.SHOWN);
    }
}
