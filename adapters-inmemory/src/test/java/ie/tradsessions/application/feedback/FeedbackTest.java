package ie.tradsessions.application.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.Listing;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.feedback.Question;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members say of the nights of a session, of the next one, and of its end. */
class FeedbackTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate LAST_THURSDAY = THURSDAY.minusWeeks(1);
    private static final FeedbackEdit SAID = new FeedbackEdit.Said();

    private final SettableClock clock = new SettableClock(GeneratedSessions.NOW);
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
    void a_member_counts_once_for_a_night_and_may_say_otherwise_or_nothing() {
        assertThat(members.confirm(People.CATHAL, id, LAST_THURSDAY, true)).isEqualTo(SAID);
        assertThat(members.confirm(People.CATHAL, id, LAST_THURSDAY, true)).isEqualTo(SAID);
        assertThat(members.confirm(People.NIAMH, id, LAST_THURSDAY, true)).isEqualTo(SAID);
        assertThat(said()).isEqualTo(new Confirmations(2, 0));
        assertThat(members.page(id).feedbackVersion()).isEqualTo(2);

        members.confirm(People.CATHAL, id, LAST_THURSDAY, false);
        assertThat(said()).isEqualTo(new Confirmations(1, 1));

        members.takeBack(People.CATHAL, id, LAST_THURSDAY);
        members.takeBack(People.CATHAL, id, LAST_THURSDAY);
        assertThat(said()).isEqualTo(new Confirmations(1, 0));
    }

    @Test
    void nights_are_confirmed_that_were_on_lately() {
        for (LocalDate date : List.of(THURSDAY, LAST_THURSDAY.plusDays(1), THURSDAY.minusWeeks(9))) {
            assertThat(members.confirm(People.CATHAL, id, date, true))
                    .isEqualTo(new ConfirmNight.Outcome.NotANight(date));
        }
        assertThat(members.confirm(People.CATHAL, id, THURSDAY.minusWeeks(8), true))
                .isEqualTo(SAID);
    }

    @Test
    void sixty_four_members_at_once_are_all_counted() throws Exception {
        List<Callable<ConfirmNight.Outcome>> all = IntStream.range(0, 64)
                .mapToObj(i -> (Callable<ConfirmNight.Outcome>)
                        () -> members.confirm(People.member("member " + i), id, LAST_THURSDAY, true))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : threads.invokeAll(all)) {
                assertThat(outcome.get()).isEqualTo(SAID);
            }
        }

        assertThat(said()).isEqualTo(new Confirmations(64, 0));
    }

    @Test
    void whoever_organises_or_keeps_a_session_sees_a_question_and_who_asked_sees_the_answer() {
        Identity mary = People.member("Mary");
        members.keep(mary, id);
        assertThat(members.ask(People.CATHAL, id)).isEqualTo(SAID);
        assertThat(members.ask(People.CATHAL, id)).isEqualTo(SAID);

        assertThat(members.page(id).feedback().question()).isEqualTo(Question.asked(THURSDAY, clock.instant()));
        assertThat(members.profile(mary).questions())
                .singleElement()
                .satisfies(question -> assertThat(question.night()).isEqualTo(THURSDAY));

        assertThat(members.answer(People.CATHAL, id, THURSDAY, true))
                .isEqualTo(new AnswerQuestion.Outcome.NotAllowed());
        assertThat(members.answer(mary, id, THURSDAY.plusWeeks(1), true))
                .isEqualTo(new AnswerQuestion.Outcome.NotAsked(THURSDAY.plusWeeks(1)));
        assertThat(members.answer(mary, id, THURSDAY, true)).isEqualTo(SAID);

        assertThat(members.profile(People.CATHAL).asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.question().answer())
                        .isEqualTo(
                                new Question.Answer(true, new Author.Member(mary.member()), false, clock.instant())));
        assertThat(members.profile(mary).questions()).isEmpty();
    }

    @Test
    void an_organisers_no_cancels_the_night_and_stands_against_a_members_yes() {
        Identity mary = People.member("Mary");
        members.keep(mary, id);
        members.ask(People.CATHAL, id);
        members.answer(mary, id, THURSDAY, true);

        assertThat(members.answer(People.NIAMH, id, THURSDAY, false)).isEqualTo(SAID);
        assertThat(members.answer(mary, id, THURSDAY, false)).isEqualTo(new AnswerQuestion.Outcome.AnsweredAlready());
        assertThat(members.session(id).timetable().statusOf(THURSDAY)).isEqualTo(new OccurrenceStatus.Cancelled(null));

        assertThat(members.answer(People.NIAMH, id, THURSDAY, true)).isEqualTo(SAID);
        assertThat(members.session(id).timetable().statusOf(THURSDAY)).isEqualTo(new OccurrenceStatus.Scheduled());
    }

    @Test
    void a_member_asks_about_few_sessions_a_day() {
        for (int i = 0; i < 6; i++) {
            Session other = SessionBuilder.at(venue).as("other " + i).build();
            ports.sessions().save(other, SaveOutcome.NEW);
            AskIfOn.Outcome outcome = members.ask(People.CATHAL, other.id());
            if (i < 5) {
                assertThat(outcome).isEqualTo(SAID);
            } else {
                assertThat(outcome).isInstanceOf(FeedbackEdit.Refused.class);
            }
        }
        clock.set(clock.instant().plus(Duration.ofHours(26)));
        assertThat(members.ask(People.CATHAL, id)).isEqualTo(SAID);
    }

    @Test
    void two_members_end_a_session_and_one_tap_takes_it_back() {
        members.sayGone(People.CATHAL, id);
        members.sayGone(People.CATHAL, id);
        assertThat(members.page(id).feedback().isGone()).isFalse();
        members.sayGone(People.member("Mary"), id);
        assertThat(members.page(id).feedback().isGone()).isTrue();

        assertThat(members.sayStillOn(People.member("Anna"), id)).isEqualTo(SAID);
        assertThat(members.page(id).feedback().gone()).isEmpty();
    }

    @Test
    void a_session_that_is_over_has_no_next_nights_and_has_them_again_once_it_is_still_on() {
        members.keep(People.CATHAL, id);
        members.sayGone(People.NIAMH, id);
        assertThat(members.page(id).feedback().isGone()).isTrue();
        assertThat(members.viewSession().view(id).orElseThrow().nights()).isEmpty();
        assertThat(kept().freshness()).isEqualTo(Freshness.ENDED);
        assertThat(kept().nights()).isEmpty();

        members.sayStillOn(People.MODERATOR, id);
        assertThat(members.viewSession().view(id).orElseThrow().nights()).isNotEmpty();
        assertThat(kept().nights()).isNotEmpty();
    }

    private Listing kept() {
        return members.profile(People.CATHAL).favourites().getFirst();
    }

    @Test
    void what_the_organiser_ended_no_member_takes_back() {
        members.sayGone(People.NIAMH, id);

        assertThat(members.sayStillOn(People.CATHAL, id)).isEqualTo(new SayStillOn.Outcome.NotAllowed());
        assertThat(members.sayStillOn(People.MODERATOR, id)).isEqualTo(SAID);
    }

    private Confirmations said() {
        return members.page(id).feedback().confirmations(LAST_THURSDAY);
    }
}
