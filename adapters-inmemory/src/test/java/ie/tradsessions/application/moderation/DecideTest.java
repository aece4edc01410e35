package ie.tradsessions.application.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.ModerationUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.moderation.Decide.Outcome;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.moderation.Reason;
import ie.tradsessions.domain.moderation.Report;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.review.Burst;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Takedown;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Moderators decide about what was reported, and its author is told. */
class DecideTest {
    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), clock);
    private final MemberUseCases members = new MemberUseCases(ports, clock);
    private final ModerationUseCases moderation = new ModerationUseCases(ports, clock);
    private final Venue venue = VenueBuilder.named("The Crane").build();
    private final Session niamhs = SessionBuilder.at(venue).build().organisedBy(People.NIAMH.member());
    private final SessionId id = niamhs.id();
    private final Subject session = new Subject.OfSession(id);

    @BeforeEach
    void storeTheSession() {
        ports.venues().save(venue, SaveOutcome.NEW);
        ports.sessions().save(niamhs, SaveOutcome.NEW);
    }

    // Sessions

    @Test
    void a_reported_session_that_is_kept_stays_as_it_is_and_its_organiser_is_told() {
        moderation.report(People.CATHAL, session);

        assertThat(decide(session, new Decision.Keep())).isEqualTo(new Outcome.Done(2));

        assertThat(members.session(id)).isEqualTo(niamhs);
        assertThat(moderation.queue()).isEmpty();
        assertThat(notice(People.NIAMH).decided().note()).isEqualTo(ModerationUseCases.NOTE);
        assertThat(notice(People.NIAMH).mayObject()).isFalse();
        assertThat(ports.members().notices(People.CATHAL.member())).isEmpty();
        assertThat(moderation.log()).singleElement().satisfies(entry -> {
            assertThat(entry.moderator()).isEqualTo(People.MODERATOR.member());
            assertThat(entry.subject()).isEqualTo(session);
            assertThat(entry.decided().decision()).isEqualTo(new Decision.Keep());
        });
    }

    @Test
    void a_session_that_is_hidden_is_in_no_list_until_the_objection_is_heard() {
        decide(session, new Decision.Hide());
        assertThat(members.session(id).takenDown()).isEqualTo(new Takedown(clock.instant(), true));
        assertThat(ports.index().current().sessionsAt(venue.id())).isEmpty();

        moderation.object(People.NIAMH, session, "We play there every Thursday.");
        clock.advance(Duration.ofMinutes(1));
        decide(session, new Decision.Keep());

        assertThat(members.session(id)).isEqualTo(niamhs);
        assertThat(notice(People.NIAMH).decided().decision()).isEqualTo(new Decision.Keep());
        assertThat(notice(People.NIAMH).objection()).isNotNull();
    }

    @Test
    void what_its_players_took_down_is_not_listed_again_because_a_report_of_it_was_wrong() {
        moderation.report(People.CATHAL, session);
        members.takeDown(People.MODERATOR, id);

        decide(session, new Decision.Keep());

        assertThat(members.session(id).isTakenDown()).isTrue();
    }

    @Test
    void a_session_that_is_removed_is_gone_and_its_organiser_may_still_object() {
        decide(session, new Decision.Remove());
        assertThat(ports.sessions().find(id)).isEmpty();
        assertThat(ports.index().current().session(id)).isEmpty();

        moderation.object(People.NIAMH, session, "It was real.");
        assertThat(decide(session, new Decision.Hide())).isEqualTo(new Outcome.NoSuchSubject(session));
        assertThat(decide(session, new Decision.Keep())).isInstanceOf(Outcome.Done.class);

        assertThat(notice(People.NIAMH).decided().decision()).isEqualTo(new Decision.Keep());
        assertThat(ports.sessions().find(id)).isEmpty();
    }

    @Test
    void whoever_is_blocked_is_told_until_when_and_a_later_decision_about_the_same_ends_it() {
        decide(session, new Decision.Block(7));

        assertThat(file(People.NIAMH).blockAt(clock.instant())).satisfies(block -> {
            assertThat(block.until()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
            assertThat(block.note()).isEqualTo(ModerationUseCases.NOTE);
        });
        assertThat(members.session(id).isTakenDown()).isTrue();

        decide(session, new Decision.Keep());
        assertThat(file(People.NIAMH).block()).isNull();
        assertThat(members.session(id)).isEqualTo(niamhs);
    }

    @Test
    void a_decision_about_something_else_does_not_end_a_block() {
        Review review = moderation.post(People.NIAMH, id, 5, Visibility.SHOWN);
        Subject words = subject(review);
        decide(words, new Decision.Block(null));
        clock.advance(Duration.ofMinutes(1));

        decide(session, new Decision.Block(7));
        clock.advance(Duration.ofMinutes(1));
        decide(words, new Decision.Keep());

        assertThat(file(People.NIAMH).blockAt(clock.instant())).isNotNull();
    }

    @Test
    void nobody_is_blocked_for_a_session_that_nobody_here_shared() {
        Session orphan = SessionBuilder.at(venue).as("orphan").build();
        ports.sessions().save(orphan, SaveOutcome.NEW);

        assertThat(decide(new Subject.OfSession(orphan.id()), new Decision.Block(7)))
                .isEqualTo(new Outcome.NoAuthor());
        assertThat(moderation.log()).isEmpty();
    }

    // Reviews

    @ParameterizedTest
    @MethodSource("decisionsAboutReviews")
    void the_ratings_are_the_recount_of_what_is_shown_after_each_decision(Decision decision, int shownAfter) {
        List<Review> posted = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            posted.add(moderation.post(People.member("Member " + i), id, i % 5 + 1, Visibility.SHOWN));
        }

        for (Review review : List.of(posted.get(11), posted.get(0), posted.get(5))) {
            assertThat(decide(subject(review), decision)).isInstanceOf(Outcome.Done.class);
            assertThat(tally()).isEqualTo(recount());
        }

        assertThat(tally().ratings().count()).isEqualTo(shownAfter);
    }

    static Stream<Arguments> decisionsAboutReviews() {
        return Stream.of(
                Arguments.of(new Decision.Keep(), 12),
                Arguments.of(new Decision.Hide(), 9),
                Arguments.of(new Decision.Remove(), 9),
                Arguments.of(new Decision.Block(7), 9));
    }

    @Test
    void a_review_that_was_hidden_comes_back_when_the_objection_is_right() {
        Review review = moderation.post(People.NIAMH, id, 5, Visibility.SHOWN);
        decide(subject(review), new Decision.Hide());
        assertThat(tally().ratings().count()).isZero();

        moderation.object(People.NIAMH, subject(review), "I was there.");
        decide(subject(review), new Decision.Keep());

        assertThat(stored(review).visibility()).isEqualTo(Visibility.SHOWN);
        assertThat(tally()).isEqualTo(recount());
    }

    @Test
    void whose_review_was_removed_may_write_another_one() {
        Review review = moderation.post(People.NIAMH, id, 1, Visibility.SHOWN);

        decide(subject(review), new Decision.Remove());

        assertThat(ports.storage().reviews().find(id, review.number())).isEmpty();
        assertThat(ports.storage()
                        .voices()
                        .of(People.NIAMH.member(), id)
                        .value()
                        .review())
                .isNull();
        assertThat(moderation.post(People.NIAMH, id, 4, Visibility.SHOWN).number())
                .isEqualTo(2);
    }

    @Test
    void a_review_that_was_withdrawn_meanwhile_leaves_a_case_that_can_be_closed() {
        Subject nothing = new Subject.OfReview(id, 7);
        ports.changes()
                .save(List.of(new Change.SaveCase(
                        null,
                        Case.of(
                                nothing,
                                Report.by(People.CATHAL.member(), nothing, Reason.SPAM, null, clock.instant())))));

        assertThat(decide(nothing, new Decision.Block(1))).isEqualTo(new Outcome.NoSuchSubject(nothing));
        assertThat(decide(nothing, new Decision.Keep())).isEqualTo(new Outcome.Done(2));
    }

    // Those that are held

    @ParameterizedTest
    @MethodSource("decisionsAboutReviews")
    void a_decision_on_held_reviews_is_one_on_each_of_them_and_ends_the_burst(Decision decision) {
        Subject held = new Subject.HeldReviews(id);
        moderation.post(People.NIAMH, id, 4, Visibility.SHOWN);
        List<Review> burst = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            burst.add(moderation.post(People.member("Newcomer " + i), id, 1, Visibility.HELD));
        }
        open(held, burst);
        assertThat(moderation.queue()).singleElement().satisfies(item -> {
            assertThat(item.context().reviews()).hasSize(4);
            assertThat(item.author()).isNull();
        });

        assertThat(decide(held, decision)).isEqualTo(new Outcome.Done(2));

        assertThat(tally().burst()).isEqualTo(Burst.NONE);
        assertThat(tally().ratings()).isEqualTo(recount().ratings());
        assertThat(tally().ratings().count()).isEqualTo(decision instanceof Decision.Keep ? 5 : 1);
        assertThat(ports.storage().reviews().notShown(id))
                .noneMatch(review -> review.value().visibility() == Visibility.HELD);
        assertThat(moderation.log())
                .extracting(LogEntry::subject)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(held), burst.stream().map(DecideTest::subject))
                                .toList());
        assertThat(notice(People.member("Newcomer 2")).subject()).isEqualTo(subject(burst.get(1)));
        assertThat(file(People.member("Newcomer 3")).block() != null).isEqualTo(decision instanceof Decision.Block);
        assertThat(moderation.queue()).isEmpty();
    }

    @Test
    void a_burst_calls_a_moderator_once_and_goes_to_the_ratings_when_it_was_none() {
        moderation.post(People.member("Regular"), id, 5, Visibility.SHOWN);
        for (int i = 1; i <= 4; i++) {
            members.review(People.member("Newcomer " + i), id, 1, null);
            clock.advance(Duration.ofMinutes(1));
            assertThat(moderation.queue()).hasSize(i < 3 ? 0 : 1);
            assertThat(tally()).isEqualTo(recount());
        }
        assertThat(tally().ratings().count()).isEqualTo(1);
        assertThat(moderation.queue()).singleElement().satisfies(item -> {
            assertThat(item.its().value().subject()).isEqualTo(new Subject.HeldReviews(id));
            assertThat(item.its().value().reports()).extracting(Report::reason).containsExactly(Reason.BURST);
            assertThat(item.context().reviews()).hasSize(4);
        });

        decide(new Subject.HeldReviews(id), new Decision.Keep());

        assertThat(tally().ratings().count()).isEqualTo(5);
        assertThat(tally()).isEqualTo(recount());
        assertThat(moderation.queue()).isEmpty();
    }

    @Test
    void the_author_of_a_held_review_objects_for_that_review_alone() {
        Review review = moderation.post(People.NIAMH, id, 1, Visibility.HELD);
        open(new Subject.HeldReviews(id), List.of(review));
        decide(new Subject.HeldReviews(id), new Decision.Hide());

        assertThat(moderation.object(People.NIAMH, subject(review), "I mean it."))
                .isEqualTo(new ObjectToDecision.Outcome.Objected());
        assertThat(moderation.queue())
                .singleElement()
                .satisfies(item -> assertThat(item.its().value().subject()).isEqualTo(subject(review)));

        clock.advance(Duration.ofMinutes(1));
        decide(subject(review), new Decision.Keep());
        assertThat(tally().ratings().count()).isEqualTo(1);
    }

    // Venues

    @Test
    void a_venue_at_which_sessions_are_is_not_removed_and_an_empty_one_is() {
        Venue empty = VenueBuilder.named("The Anchor").build();
        ports.venues().save(empty, SaveOutcome.NEW);
        members.takeDown(People.NIAMH, id);

        assertThat(decide(new Subject.OfVenue(venue.id()), new Decision.Remove()))
                .isEqualTo(new Outcome.VenueHasSessions(1));
        assertThat(decide(new Subject.OfVenue(empty.id()), new Decision.Remove()))
                .isEqualTo(new Outcome.Done(1));
        assertThat(ports.venues().find(empty.id())).isEmpty();
    }

    @Test
    void a_case_about_a_venue_is_closed_by_merging_it() {
        Venue same = VenueBuilder.named("Crane Bar").build();
        ports.venues().save(same, SaveOutcome.NEW);
        Subject subject = new Subject.OfVenue(venue.id());
        moderation.report(People.CATHAL, subject);

        assertThat(decide(subject, new Decision.Merge(same.id()))).isEqualTo(new Outcome.Done(2));

        assertThat(members.session(id).venue()).isEqualTo(same.id());
        assertThat(moderation.queue()).isEmpty();
        assertThat(moderation.log()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("The Crane");
            assertThat(entry.intoName()).isEqualTo("Crane Bar");
        });
        assertThat(decide(subject, new Decision.Merge(VenueBuilder.idOf("nowhere"))))
                .isEqualTo(new Outcome.NoSuchVenue(VenueBuilder.idOf("nowhere")));
    }

    // Who may, and when

    @Test
    void only_moderators_decide_and_see_what_is_reported() {
        moderation.report(People.CATHAL, session);

        assertThat(moderation.decide(People.NIAMH, session, new Decision.Keep()))
                .isEqualTo(new Outcome.NotAllowed());
        assertThat(moderation.viewQueue().view(People.NIAMH)).isEmpty();
        assertThat(moderation.viewLog().view(new ViewLog.Query(People.NIAMH, 10, null)))
                .isEmpty();
        assertThat(moderation.undoMerge(People.NIAMH, venue.id())).isEqualTo(new UndoMerge.Outcome.NotAllowed());
        assertThat(moderation.merge(People.NIAMH, venue.id(), VenueBuilder.idOf("b")))
                .isEqualTo(new MergeVenues.Outcome.NotAllowed());
    }

    @Test
    void a_decision_that_does_not_go_with_the_subject_is_refused_with_those_that_do() {
        assertThat(decide(session, new Decision.Merge(venue.id())))
                .isEqualTo(new Outcome.DoesNotGo(Decision.allowedFor(session)));
    }

    @Test
    void of_two_who_decide_at_once_the_second_is_told_and_one_whose_answer_was_lost_is_not() {
        moderation.report(People.CATHAL, session);

        assertThat(moderation.decide(People.MODERATOR, session, new Decision.Hide(), 1))
                .isEqualTo(new Outcome.Done(2));
        assertThat(moderation.decide(People.MODERATOR, session, new Decision.Hide(), 1))
                .isEqualTo(new Outcome.Done(2));
        assertThat(moderation.decide(People.MODERATOR, session, new Decision.Keep(), 1))
                .isEqualTo(new Outcome.DecidedMeanwhile(
                        new Decided(new Decision.Hide(), ModerationUseCases.NOTE, clock.instant())));
        assertThat(moderation.log()).hasSize(1);
    }

    @Test
    void whoever_decides_what_was_reported_again_meanwhile_is_told_that_it_changed() {
        moderation.report(People.CATHAL, session);
        decide(session, new Decision.Keep());
        clock.advance(Duration.ofMinutes(1));
        moderation.report(People.MODERATOR, session);

        assertThat(moderation.decide(People.MODERATOR, session, new Decision.Keep(), 2))
                .isEqualTo(new Outcome.Stale(3));
    }

    // The log

    @Test
    void the_log_keeps_what_a_thing_was_called_also_when_that_changes_or_goes_and_the_name_of_nobody() {
        members.name(People.NIAMH, "Niamh Ní Bhriain", 0);
        Review review = moderation.post(People.NIAMH, id, 1, Visibility.SHOWN);
        decide(subject(review), new Decision.Hide());
        clock.advance(Duration.ofMinutes(1));
        Session named =
                SessionBuilder.at(venue).as("named").named("Thursday Tunes").build();
        ports.sessions().save(named, SaveOutcome.NEW);
        decide(new Subject.OfSession(named.id()), new Decision.Remove());
        clock.advance(Duration.ofMinutes(1));
        decide(new Subject.OfVenue(venue.id()), new Decision.Keep());

        assertThat(moderation.log())
                .extracting(LogEntry::name)
                .containsExactly("The Crane", "Thursday Tunes", "The Crane");
        assertThat(moderation.log()).extracting(LogEntry::intoName).containsOnlyNulls();
        assertThat(moderation.log().toString()).doesNotContain("Niamh");
    }

    @Test
    void the_queue_shows_what_is_known_of_the_author_and_never_who_reported() {
        members.name(People.NIAMH, "Niamh", 0);
        Review review = moderation.post(People.NIAMH, id, 1, Visibility.SHOWN);
        decide(subject(review), new Decision.Hide());
        moderation.report(People.CATHAL, session);

        ViewQueue.Item item = moderation.queue().getFirst();

        assertThat(item.context().session().card().id()).isEqualTo(id);
        assertThat(item.allowed()).isEqualTo(Decision.allowedFor(session));
        assertThat(item.names()).containsEntry(People.NIAMH.member(), "Niamh");
        assertThat(item.author().since()).isEqualTo(GeneratedSessions.NOW);
        assertThat(item.author().decisions()).extracting(Notice::subject).containsExactly(subject(review));
        assertThat(item.toString()).doesNotContain(People.CATHAL.member().value());
    }

    private Outcome decide(Subject subject, Decision decision) {
        return moderation.decide(People.MODERATOR, subject, decision);
    }

    private void open(Subject held, Collection<Review> reviews) {
        Versioned<Feedback> feedback = ports.feedbacks().find(id).orElseThrow();
        Burst burst = new Burst(
                reviews.stream()
                        .limit(3)
                        .map(review -> new Burst.Posted(review.number(), clock.instant()))
                        .toList(),
                true);
        Feedback next = feedback.value().with(feedback.value().tally().with(burst));
        ports.changes()
                .save(List.of(
                        new OpenBurstCase(ports.storage().cases()).of(id, clock.instant()),
                        new Change.Save(new StoredAggregate.OfFeedback(next, feedback.version() + 1))));
        assertThat(moderation.version(held)).isEqualTo(1);
    }

    private Tally tally() {
        return ports.feedbacks().find(id).orElseThrow().value().tally();
    }

    private Tally recount() {
        List<Review> shown = ports.storage().reviews().shown(id, null, 100, ReadConsistency.STRONG).stream()
                .map(Versioned::value)
                .toList();
        return Tally.recount(shown, tally().lastNumber(), tally().burst());
    }

    private Review stored(Review review) {
        return ports.storage()
                .reviews()
                .find(id, review.number())
                .map(Versioned::value)
                .orElseThrow();
    }

    private Notice notice(Identity who) {
        return ports.members().notices(who.member()).getFirst();
    }

    private MemberFile file(Identity who) {
        return ports.members().of(who.member(), ReadConsistency.STRONG);
    }

    private static Subject subject(Review review) {
        return new Subject.OfReview(review.session(), review.number());
    }
}
