package ie.tradsessions.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reviews of a session, and what they add up to. */
class ReviewTest {
    private static final ReviewEdit DONE = new ReviewEdit.Done();

    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW.minus(Duration.ofDays(30)));
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), clock);
    private final MemberUseCases members = new MemberUseCases(ports, clock);
    private final Venue venue = VenueBuilder.named("The Crane").in("Galway").build();
    private final Session session = SessionBuilder.at(venue).as("a").build().organisedBy(People.NIAMH.member());
    private final SessionId id = session.id();

    @BeforeEach
    void storeTheSession() {
        ports.venues().save(venue, SaveOutcome.NEW);
        ports.sessions().save(session, SaveOutcome.NEW);
    }

    @Test
    void a_member_has_one_review_which_may_be_changed_and_withdrawn() {
        Identity cathal = knownMember("Cathal");
        assertThat(members.review(cathal, id, 4, "Grand.")).isEqualTo(DONE);
        long version = members.page(id).feedbackVersion();
        assertThat(members.review(cathal, id, 4, "Grand.")).isEqualTo(DONE);
        assertThat(members.page(id).feedbackVersion()).isEqualTo(version);

        assertThat(members.review(cathal, id, 2, null)).isEqualTo(DONE);
        assertRatings(2);
        assertThat(members.myReviews(cathal))
                .singleElement()
                .satisfies(mine -> assertThat(mine.review().rating()).isEqualTo(2));

        assertThat(members.withdrawReview(cathal, id)).isEqualTo(DONE);
        assertThat(members.withdrawReview(cathal, id)).isEqualTo(DONE);
        assertRatings();
        members.review(cathal, id, 5, null);
        assertThat(members.page(id).newest()).extracting(Review::number).containsExactly(2);
    }

    @Test
    void a_thousand_posts_of_one_member_at_once_are_one_review() throws Exception {
        Identity cathal = knownMember("Cathal");
        Callable<PostReview.Outcome> post = () -> members.review(cathal, id, 5, "The best.");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : threads.invokeAll(Collections.nCopies(1_000, post))) {
                assertThat(outcome.get()).isEqualTo(DONE);
            }
        }

        assertRatings(5);
        assertThat(members.page(id).feedbackVersion()).isEqualTo(1);
    }

    @Test
    void three_reviews_by_new_members_are_held_and_others_are_not() {
        Identity known = knownMember("Known");
        assertThat(members.review(People.member("New 1"), id, 1, null)).isEqualTo(DONE);
        members.review(People.member("New 2"), id, 1, null);
        assertRatings(1, 1);

        members.review(People.member("New 3"), id, 1, null);
        members.review(People.member("New 4"), id, 1, null);
        assertRatings();
        assertThat(ports.reviews().notShown(id)).hasSize(4);

        members.review(known, id, 4, null);
        assertRatings(4);
    }

    @Test
    void the_newest_ten_stay_full_when_one_of_them_is_withdrawn() {
        List<Identity> all = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            all.add(knownMember("Member " + i));
        }
        all.forEach(member -> members.review(member, id, 4, null));
        members.withdrawReview(all.get(9), id);

        assertThat(members.page(id).newest())
                .extracting(Review::number)
                .containsExactly(13, 12, 11, 9, 8, 7, 6, 5, 4, 3);
        assertRatings(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
    }

    @Test
    void reviews_are_listed_newest_or_most_helpful_first_page_by_page() {
        for (int i = 1; i <= 5; i++) {
            members.review(knownMember("Member " + i), id, i, null);
        }
        members.mark(People.CATHAL, id, 2, true);
        members.mark(People.CATHAL, id, 2, true);
        members.mark(People.NIAMH, id, 2, true);
        members.mark(People.CATHAL, id, 4, true);
        assertThat(members.mark(People.CATHAL, id, 9, true)).isEqualTo(new ReviewEdit.NoSuchReview(9));
        assertThat(members.mark(People.member("Member 1"), id, 1, true)).isEqualTo(new ReviewEdit.NotAllowed());

        assertThat(listed(ListReviews.Order.NEWEST)).containsExactly(5, 4, 3, 2, 1);
        assertThat(listed(ListReviews.Order.HELPFUL)).containsExactly(2, 4, 5, 3, 1);

        members.mark(People.CATHAL, id, 2, false);
        members.mark(People.NIAMH, id, 2, false);
        assertThat(listed(ListReviews.Order.HELPFUL)).containsExactly(4, 5, 3, 2, 1);
    }

    @Test
    void the_organiser_answers_once_and_does_not_rate() {
        members.review(knownMember("Cathal"), id, 2, "Cold.");

        assertThat(members.review(People.NIAMH, id, 5, null)).isEqualTo(new ReviewEdit.NotAllowed());
        assertThat(members.answerReview(People.CATHAL, id, 1, "No.")).isEqualTo(new ReviewEdit.NotAllowed());
        assertThat(members.answerReview(People.NIAMH, id, 1, "There is a fire now."))
                .isEqualTo(DONE);
        assertThat(members.answerReview(People.NIAMH, id, 1, "There is a fire now."))
                .isEqualTo(DONE);
        assertThat(members.answerReview(People.NIAMH, id, 1, "Or is there?"))
                .isEqualTo(new AnswerReview.Outcome.AnsweredAlready());
        assertThat(members.page(id).newest().getFirst().answer().text()).isEqualTo("There is a fire now.");
    }

    @Test
    void who_leaves_takes_the_review_along_or_leaves_it_without_a_name() {
        for (String name : List.of("Kept", "Removed")) {
            members.review(knownMember(name), id, 3, null);
        }
        members.sayGone(People.member("Kept"), id);

        members.delete(People.member("Kept"), DeleteMember.Fate.ORPHAN, DeleteMember.ReviewFate.KEEP);
        members.delete(People.member("Removed"), DeleteMember.Fate.ORPHAN, DeleteMember.ReviewFate.REMOVE);

        assertRatings(3);
        assertThat(members.page(id).newest()).extracting(Review::author).containsExactly(new Author.FormerMember());
        assertThat(members.page(id).feedback().gone())
                .singleElement()
                .satisfies(claim -> assertThat(claim.by()).isEqualTo(new Author.FormerMember()));
        assertThat(ports.voices().of(People.member("Kept").member())).isEmpty();
    }

    private List<Integer> listed(ListReviews.Order order) {
        List<Integer> numbers = new ArrayList<>();
        @Nullable PageToken after = null;
        do {
            var page = members.listReviews()
                    .list(new ListReviews.Query(id, order, 2, after))
                    .orElseThrow()
                    .reviews();
            page.items().forEach(review -> numbers.add(review.number()));
            after = page.next();
        } while (after != null);
        return numbers;
    }

    private void assertRatings(int... ratings) {
        Tally tally = members.page(id).feedback().tally();
        List<Integer> histogram = new ArrayList<>(Collections.nCopies(5, 0));
        for (int rating : ratings) {
            histogram.set(rating - 1, histogram.get(rating - 1) + 1);
        }
        assertThat(tally.ratings().histogram()).isEqualTo(histogram);
        assertThat(members.page(id).newest().stream().map(Tally.Entry::of)).containsExactlyElementsOf(tally.newest());
    }

    /** Somebody who has been here for longer than new members are. */
    private Identity knownMember(String name) {
        Identity member = People.member(name);
        var now = clock.instant();
        clock.set(now.minus(Duration.ofDays(10)));
        members.name(member, name, 0);
        clock.set(now);
        return member;
    }
}
