package ie.tradsessions.adapters.dynamodb.cost;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.opinion.OwnReviews;
import ie.tradsessions.application.opinion.TransferReviews;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Reason;
import ie.tradsessions.domain.moderation.Report;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No question and no change costs more than it may. */
class CostTest {
    private static final Counter.Cost NOTHING = new Counter.Cost(0, 0, 0, 0, 0);

    /** They read something of their own besides the journal. */
    private static final Set<Question> OF_THE_TABLE = Set.of(Question.SESSION_PAGE, Question.EXPORT);

    @Test
    void a_question_costs_half_a_unit_and_nothing_within_the_second() {
        Map<Question, CostTable.Measured> measured = CostTable.measure(600);

        measured.forEach((question, cost) -> {
            if (!OF_THE_TABLE.contains(question)) {
                assertThat(cost.unchanged()).as(question.title()).isEqualTo(new Counter.Cost(0.5, 0, 1, 1, 1));
                assertThat(cost.withinTheSecond()).as(question.title()).isEqualTo(NOTHING);
                assertThat(cost.oneChanged()).as(question.title()).isEqualTo(new Counter.Cost(1, 0, 2, 2, 1));
            }
        });
        CostTable.Measured page = measured.get(Question.SESSION_PAGE);
        assertThat(page.unchanged().readUnits()).isEqualTo(1);
        assertThat(page.withinTheSecond()).isEqualTo(new Counter.Cost(0.5, 0, 1, 1, 1));
        // Half a unit for each of 500 venues.
        assertThat(measured.get(Question.EXPORT).withinTheSecond().readUnits()).isEqualTo(250);
    }

    @Test
    void a_change_costs_four_units() {
        WriteTable.measure()
                .forEach((change, costs) ->
                        assertThat(costs).as(change.title()).containsOnly(new Counter.Cost(0, 4, 1, 1, 1)));
    }

    @Test
    void a_change_by_a_member_costs_eight_units_at_most_with_its_guard_and_the_journal() {
        Map<String, Counter.Cost> measured = MemberTable.measure();
        MemberTable.print(measured, System.out);

        // Not one change, but one for each session, each feedback and each corrected venue that names the member.
        Counter.Cost deletion = Objects.requireNonNull(measured.remove("delete a member"));
        assertThat(deletion.writeUnits()).isEqualTo(6 + 4 + 4 + 2 + 2);
        // Six for the review, its summary and the journal, and two guards: the member's voice and quota.
        for (String what : List.of("post a review", "withdraw a review")) {
            assertThat(Objects.requireNonNull(measured.remove(what)).writeUnits())
                    .as(what)
                    .isEqualTo(6 + 2 * 2);
        }
        // The review, its summary and the journal; the case, its place in the queue, the log and what its author is
        // told.
        assertThat(Objects.requireNonNull(measured.remove("hide a review, as a moderator"))
                        .writeUnits())
                .isLessThanOrEqualTo(6 + 2 + 4 * 2);
        assertThat(measured.get("confirm a night").writeUnits()).isEqualTo(8);
        assertThat(measured).allSatisfy((what, cost) -> {
            assertThat(cost.writeUnits()).as(what).isLessThanOrEqualTo(8);
            // One trip stores all of it; what it is judged by is read before.
            assertThat(cost.trips()).as(what).isLessThanOrEqualTo(5);
        });
        assertThat(measured.get("publish a session")).isEqualTo(new Counter.Cost(1, 6, 2, 2, 1));
        assertThat(measured.get("change a session")).isEqualTo(new Counter.Cost(2, 6, 3, 3, 1));
        assertThat(measured.get("correct a venue").writeUnits()).isEqualTo(8);
        assertThat(measured.get("take over a session that was offered").writeUnits())
                .isEqualTo(8);
    }

    @Test
    void a_page_with_ten_reviews_is_one_query() {
        Counter counter = new Counter();
        Table table = LocalDynamo.newTable(counter);
        Storage storage = DynamoStorage.on(table, InstantSource.fixed(GeneratedSessions.NOW));
        Session session =
                SessionBuilder.at(VenueBuilder.named("The Crane").build()).build();
        storage.sessions().save(session, SaveOutcome.NEW);
        List<Review> reviews = IntStream.rangeClosed(1, 25)
                .mapToObj(number -> Review.posted(
                        session.id(),
                        number,
                        People.member("Member " + number).member(),
                        new Review.Content(4, "Good tunes and a warm welcome, as always.", null),
                        GeneratedSessions.NOW.plusSeconds(number),
                        Visibility.SHOWN))
                .toList();
        new TransferReviews(storage.feedbacks(), storage.reviews(), storage.voices(), storage.changes())
                .transfer(new TransferReviews.Command(session.id(), reviews, TransferReviews.Origin.SAMPLE));

        counter.taken();
        assertThat(storage.pages()
                        .session(session.id(), ReadConsistency.STRONG)
                        .orElseThrow()
                        .newest())
                .hasSize(10);
        assertThat(counter.taken()).isEqualTo(new Counter.Cost(1, 0, 1, 1, 1));
        storage.pages().session(session.id(), ReadConsistency.EVENTUAL);
        assertThat(counter.taken()).isEqualTo(new Counter.Cost(0.5, 0, 1, 1, 1));
    }

    @Test
    void the_queue_costs_what_it_shows_however_many_cases_wait_behind_or_were_decided() {
        Counter counter = new Counter();
        Storage storage = DynamoStorage.on(LocalDynamo.newTable(counter), InstantSource.fixed(GeneratedSessions.NOW));
        reported(storage, 1, 20);
        counter.taken();
        assertThat(storage.cases().open(5)).hasSize(5);
        Counter.Cost queue = counter.taken();
        assertThat(queue).isEqualTo(new Counter.Cost(1, 0, 1, 1, 1));

        reported(storage, 21, 120);
        Decided kept = new Decided(new Decision.Keep(), "As the house rules say.", GeneratedSessions.NOW);
        storage.cases()
                .open(100)
                .forEach(its -> storage.changes()
                        .save(List.of(new Change.SaveCase(its, its.value().with(kept)))));
        counter.taken();
        assertThat(storage.cases().open(5)).hasSize(5);
        assertThat(counter.taken()).isEqualTo(queue);
    }

    private static void reported(Storage storage, int first, int last) {
        for (int number = first; number <= last; number++) {
            Subject subject = new Subject.OfReview(SessionBuilder.idOf("a"), number);
            Report report = Report.by(
                    People.CATHAL.member(),
                    subject,
                    Reason.SPAM,
                    "It sells whistles.",
                    GeneratedSessions.NOW.plusSeconds(number));
            storage.changes().save(List.of(new Change.SaveCase(null, Case.of(subject, report))));
        }
    }

    @Test
    void all_reviews_of_a_member_take_one_trip_and_another_one_for_those_that_are_not_shown() {
        Counter counter = new Counter();
        Storage storage = DynamoStorage.on(LocalDynamo.newTable(counter), InstantSource.fixed(GeneratedSessions.NOW));
        MemberId niamh = People.NIAMH.member();
        List<Voice> voices = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            SessionId session = SessionBuilder.idOf("session " + i);
            Review review = Review.posted(
                    session,
                    1,
                    niamh,
                    new Review.Content(4, "Good tunes.", null),
                    GeneratedSessions.NOW,
                    i == 24 ? Visibility.HELD : Visibility.SHOWN);
            storage.changes().save(List.of(new Change.SaveReview(null, review)));
            voices.add(Voice.none(niamh, session).withReview(1));
        }

        counter.taken();
        assertThat(OwnReviews.of(voices.subList(0, 24), storage.reviews())).hasSize(24);
        Counter.Cost shown = counter.taken();
        assertThat(shown.readUnits()).isEqualTo(24);
        assertThat(shown.trips()).isEqualTo(1);
        assertThat(OwnReviews.of(voices, storage.reviews())).hasSize(25);
        Counter.Cost oneIsHeld = counter.taken();
        assertThat(oneIsHeld.readUnits()).isEqualTo(24 + 1 + 4);
        assertThat(oneIsHeld.trips()).isEqualTo(2);
    }

    @Test
    void a_session_that_a_member_has_reviewed_takes_no_trip_for_the_review() {
        Map<String, Counter.Cost> measured = MemberTable.measure();

        assertThat(measured.get("a session that one has reviewed, for a member").trips())
                .isEqualTo(measured.get("a session, for a member").trips());
    }

    @Test
    void a_profile_costs_one_and_a_half_units_at_most_and_a_second_trip_for_what_was_asked() {
        Counter.Cost profile = MemberTable.measure().get("the profile");

        assertThat(profile.readUnits()).isLessThanOrEqualTo(1.5);
        assertThat(profile.writeUnits()).isZero();
        assertThat(profile.trips()).isEqualTo(2);
    }

    @Test
    void a_fresh_process_reads_the_snapshot_in_three_trips_and_a_fold_is_paid_for_by_the_saves() {
        check(LoadTable.measure(2_500));
    }

    @Test
    @Tag("long")
    void so_it_is_with_8000_sessions() {
        check(LoadTable.measure(8_000));
    }

    private static void check(LoadTable.Measured measured) {
        double snapshot = measured.bytes() / 8192.0;
        LoadTable.printHeader(System.out);
        LoadTable.print(measured, System.out);
        assertThat(measured.load().trips()).isEqualTo(3);
        // The head, the journal, and what each chunk is charged for beyond its bytes.
        assertThat(measured.load().readUnits()).isBetween(snapshot, snapshot * 1.02 + 1.5 + measured.chunks());
        assertThat(measured.fold().writeUnits() / measured.saves()).isLessThanOrEqualTo(1);
    }
}
