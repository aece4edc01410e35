package ie.tradsessions.application.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.ReviewCopies;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.opinion.TransferReviews.Origin;
import ie.tradsessions.application.opinion.TransferReviews.Transferred;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.review.Burst;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reviews come from a data set with the summary that they add up to, once however often it is read. */
class TransferReviewsTest {
    private static final SessionId SESSION = SessionBuilder.idOf("reviewed");
    private static final Author SOMEBODY = new Author.FormerMember();
    private static final Instant NOW = GeneratedSessions.NOW;

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final TransferReviews transfer =
            new TransferReviews(ports.feedbacks(), ports.reviews(), ports.voices(), ports.changes());

    @Test
    void more_than_fit_one_transaction_are_stored_with_their_summary() {
        List<Review> told = IntStream.rangeClosed(1, 130)
                .mapToObj(number -> review(number, 1 + number % 5))
                .toList();

        assertThat(transfer(Origin.EXPORT, told)).isEqualTo(new Transferred(130, 0, 0));

        assertThat(stored()).containsExactlyElementsOf(told.reversed());
        assertTheSummaryIsTheRecount();
        assertThat(transfer(Origin.EXPORT, told)).as("again").isEqualTo(new Transferred(0, 0, 130));
    }

    @Test
    void one_that_was_changed_there_is_changed_here() {
        transfer(Origin.EXPORT, List.of(review(1, 4), review(2, 2)));
        Review changed = review(2, 2).with(new Review.Content(5, "Better now.", null), NOW.plusSeconds(99));

        assertThat(transfer(Origin.EXPORT, List.of(review(1, 4), changed))).isEqualTo(new Transferred(0, 1, 1));

        assertThat(stored()).extracting(Review::rating).containsExactly(5, 4);
        assertTheSummaryIsTheRecount();
    }

    @Test
    void one_whose_number_is_taken_here_comes_with_a_number_of_its_own() {
        transfer(Origin.EXPORT, List.of(review(1, 4)));
        Review other = ReviewCopies.writtenAt(NOW.plusSeconds(500), review(1, 2));

        assertThat(transfer(Origin.EXPORT, List.of(other))).isEqualTo(new Transferred(1, 0, 0));

        assertThat(stored()).extracting(Review::number).containsExactly(2, 1);
        assertThat(transfer(Origin.EXPORT, List.of(other))).as("again").isEqualTo(new Transferred(0, 0, 1));
    }

    @Test
    void what_a_member_wrote_here_stays_as_it_is() {
        Review niamhs = ReviewCopies.by(new Author.Member(People.NIAMH.member()), review(1, 4));
        transfer(Origin.EXPORT, List.of(niamhs));
        assertThat(ports.voices().of(People.NIAMH.member(), SESSION).value().review())
                .as("the member is known to have reviewed it")
                .isEqualTo(1);

        Review told = niamhs.with(new Review.Content(1, "Not what she wrote.", null), NOW.plusSeconds(99));

        assertThat(transfer(Origin.EXPORT, List.of(told))).isEqualTo(new Transferred(0, 0, 1));
        assertThat(stored()).containsExactly(niamhs);
    }

    @Test
    void one_that_was_withdrawn_here_does_not_come_back() {
        transfer(Origin.EXPORT, List.of(review(1, 4), review(2, 2)));
        ports.changes().save(List.of(new Change.SaveReview(new Versioned<>(review(2, 2), 1), null)));

        assertThat(transfer(Origin.EXPORT, List.of(review(1, 4), review(2, 2)))).isEqualTo(new Transferred(0, 0, 2));

        assertThat(stored()).containsExactly(review(1, 4));
    }

    @Test
    void one_that_a_moderator_hid_stays_hidden_and_uncounted_whatever_the_data_set_says_of_it() {
        transfer(Origin.EXPORT, List.of(review(1, 4), review(2, 2)));
        Review hidden = review(2, 2).with(Visibility.HIDDEN);
        ports.changes().save(List.of(new Change.SaveReview(new Versioned<>(review(2, 2), 1), hidden)));
        Review changed = review(2, 2).with(new Review.Content(5, "Better now.", null), NOW.plusSeconds(99));

        transfer(Origin.EXPORT, List.of(review(1, 4), changed));

        assertThat(stored()).containsExactly(review(1, 4));
        assertThat(ports.reviews().notShown(SESSION))
                .singleElement()
                .satisfies(review -> assertThat(review.value().rating()).isEqualTo(5));
        assertTheSummaryIsTheRecount();
    }

    @Test
    void samples_are_known_by_their_number_and_author_as_their_dates_move_with_the_day() {
        Review sample = review(1, 4);
        transfer(Origin.SAMPLE, List.of(sample));
        Review nextDay = ReviewCopies.writtenAt(sample.writtenAt().plusSeconds(86_400), sample);

        assertThat(transfer(Origin.SAMPLE, List.of(nextDay))).isEqualTo(new Transferred(0, 1, 0));

        assertThat(stored()).extracting(Review::writtenAt).containsExactly(nextDay.writtenAt());
        assertTheSummaryIsTheRecount();
    }

    private Transferred transfer(Origin origin, List<Review> told) {
        return transfer.transfer(new TransferReviews.Command(SESSION, told, origin));
    }

    private List<Review> stored() {
        return ports.reviews().shown(SESSION, null, Integer.MAX_VALUE, ReadConsistency.STRONG).stream()
                .map(Versioned::value)
                .toList();
    }

    private void assertTheSummaryIsTheRecount() {
        Tally tally = ports.feedbacks().find(SESSION).orElseThrow().value().tally();
        List<Review> all = new ArrayList<>(stored());
        ports.reviews().notShown(SESSION).forEach(review -> all.add(review.value()));
        assertThat(tally).isEqualTo(Tally.recount(all, tally.lastNumber(), Burst.NONE));
    }

    private static Review review(int number, int rating) {
        return new Review(
                SESSION,
                number,
                SOMEBODY,
                rating,
                "Review " + number,
                null,
                NOW.minusSeconds(10_000L - number),
                null,
                Visibility.SHOWN,
                1,
                0,
                null);
    }
}
