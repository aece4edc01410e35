package ie.tradsessions.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.GoneClaim.Role;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    private static final SessionId SESSION = new SessionId(Identifier.derivedFrom("a session"));
    private static final Author CATHAL = new Author.Member(new MemberId("cccccccccccccccc"));
    private static final Author NIAMH = new Author.Member(new MemberId("bbbbbbbbbbbbbbbb"));
    private static final Author UNA = new Author.Member(new MemberId("dddddddddddddddd"));
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 5);
    private static final LocalDate SHARED_ON = LocalDate.of(2026, 10, 1);
    private static final Timetable THURSDAYS =
            Timetable.of(Schedule.of(new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY)), LocalTime.of(21, 30)));
    private static final Feedback.LastWord WORD = new Feedback.LastWord(CATHAL, Instant.parse("2026-11-24T17:05:00Z"));

    @Test
    void a_session_of_which_nobody_spoke_has_no_word_no_night_and_no_rating() {
        Feedback none = Feedback.none(SESSION);

        assertThat(none.confirmations(FIRST)).isEqualTo(Confirmations.NONE);
        assertThat(none.ratings()).isEqualTo(RatingSummary.NONE);
        assertThat(none.signs(SHARED_ON, THURSDAYS)).isEqualTo(new SignsOfLife(SHARED_ON, null, 0, null, false, null));
        assertThat(none.signs(SHARED_ON, THURSDAYS).last()).isEqualTo(SHARED_ON);
    }

    @Test
    void the_last_night_is_the_latest_of_which_more_say_that_it_was_on() {
        Feedback feedback = said(
                new Confirmations(3, 0),
                new Confirmations(2, 1),
                new Confirmations(1, 1),
                new Confirmations(0, 0),
                new Confirmations(1, 2));

        assertThat(feedback.signs(SHARED_ON, THURSDAYS).lastNight()).isEqualTo(FIRST.plusWeeks(1));
        assertThat(feedback.signs(SHARED_ON, THURSDAYS).last()).isEqualTo(FIRST.plusWeeks(1));
        assertThat(feedback.signs(FIRST.plusYears(1), THURSDAYS).last()).isEqualTo(FIRST.plusYears(1));
    }

    @Property
    void a_night_that_was_called_off_is_no_sign_of_life_nor_is_what_was_said_of_it(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 3) Integer> on,
            @ForAll @Size(max = 2) Set<@IntRange(max = 7) Integer> calledOff) {
        Feedback feedback =
                said(on.stream().map(count -> new Confirmations(count, 0)).toArray(Confirmations[]::new));
        Timetable timetable = THURSDAYS;
        Feedback asIfNobodySpoke = feedback;
        for (int week : calledOff) {
            LocalDate night = FIRST.plusWeeks(week);
            timetable = timetable.with(night, new OccurrenceStatus.Cancelled(null));
            for (int i = feedback.confirmations(night).on(); i > 0; i--) {
                asIfNobodySpoke = asIfNobodySpoke.notSaying(night, true);
            }
        }

        SignsOfLife signs = feedback.signs(SHARED_ON, timetable);

        assertThat(signs).isEqualTo(asIfNobodySpoke.signs(SHARED_ON, THURSDAYS));
        assertThat(signs.lastNight() == null || !timetable.isCalledOff(signs.lastNight()))
                .isTrue();
    }

    @Test
    void of_the_last_three_nights_one_has_to_stand() {
        Confirmations one = new Confirmations(1, 0);
        Timetable timetable = THURSDAYS;
        for (int week = 1; week <= 3; week++) {
            timetable = timetable.with(FIRST.plusWeeks(week), new OccurrenceStatus.Cancelled(null));
        }

        assertThat(said(one, one, one).signs(SHARED_ON, timetable).lastNight()).isEqualTo(FIRST);
        assertThat(said(one, one, one, one).signs(SHARED_ON, timetable).lastNight())
                .isNull();
    }

    @Test
    void an_answer_about_a_night_that_is_called_off_afterwards_vouches_for_nothing() {
        Feedback answered = Feedback.none(SESSION)
                .with(Question.asked(FIRST, at(FIRST.minusDays(2)))
                        .answered(new Question.Answer(true, CATHAL, false, at(FIRST.minusDays(1)))));

        assertThat(answered.signs(SHARED_ON, THURSDAYS).vouchedOn()).isEqualTo(FIRST.minusDays(1));
        assertThat(answered.signs(SHARED_ON, THURSDAYS.with(FIRST, new OccurrenceStatus.Cancelled(null)))
                        .vouchedOn())
                .isEqualTo(SHARED_ON);
    }

    @Test
    void three_silent_nights_in_a_row_say_that_a_session_is_over() {
        assertThat(said(new Confirmations(5, 0), new Confirmations(0, 1), new Confirmations(0, 2))
                        .saidToBeOver())
                .isFalse();
        assertThat(said(
                                new Confirmations(5, 0),
                                new Confirmations(0, 1),
                                new Confirmations(0, 2),
                                new Confirmations(1, 1))
                        .saidToBeOver())
                .isTrue();
        assertThat(said(new Confirmations(0, 1), new Confirmations(0, 2)).saidToBeOver())
                .isFalse();
        assertThat(Feedback.none(SESSION).saidToBeOver()).isFalse();
    }

    @Test
    void nights_of_which_nobody_speaks_are_passed_over() {
        assertThat(said(
                                new Confirmations(0, 1),
                                Confirmations.NONE,
                                new Confirmations(0, 1),
                                Confirmations.NONE,
                                new Confirmations(0, 1))
                        .saidToBeOver())
                .isTrue();
    }

    @Test
    void one_night_that_was_on_takes_it_back() {
        assertThat(said(
                                new Confirmations(0, 9),
                                new Confirmations(0, 9),
                                new Confirmations(0, 9),
                                new Confirmations(1, 0))
                        .saidToBeOver())
                .isFalse();
        assertThat(said(
                                new Confirmations(0, 9),
                                new Confirmations(2, 1),
                                new Confirmations(0, 9),
                                new Confirmations(0, 9))
                        .saidToBeOver())
                .isFalse();
    }

    @Test
    void a_standing_keeps_two_years_of_nights_at_most() {
        assertThat(said(tallies(104)).nights()).hasSize(104);
        assertThatThrownBy(() -> said(tallies(105))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_standing_does_not_change_with_the_map_it_was_made_of() {
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        Feedback feedback = new Feedback(SESSION, nights, null, Tally.NONE);

        nights.put(FIRST, new Confirmations(1, 0));

        assertThat(feedback).isEqualTo(Feedback.none(SESSION));
    }

    @Test
    void nobody_speaks_fewer_than_no_times() {
        assertThatThrownBy(() -> new Confirmations(-1, 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Confirmations(0, -1)).isInstanceOf(InvalidValue.class);
    }

    @Property
    void each_member_counts_once_whatever_they_say_and_take_back(@ForAll @Size(max = 30) List<Boolean> said) {
        Feedback feedback = said(new Confirmations(2, 3));
        Boolean before = null;
        for (boolean on : said) {
            feedback = feedback.saying(FIRST, before, on, WORD);
            before = on;
            assertThat(feedback.confirmations(FIRST)).isEqualTo(on ? new Confirmations(3, 3) : new Confirmations(2, 4));
        }
        feedback = before == null ? feedback : feedback.notSaying(FIRST, before);

        assertThat(feedback.confirmations(FIRST)).isEqualTo(new Confirmations(2, 3));
    }

    @Test
    void an_answer_about_a_night_to_come_is_no_sign_that_it_was_on_before_it_comes() {
        Feedback asked = Feedback.none(SESSION).with(Question.asked(FIRST, at(FIRST.minusDays(2))));
        assertThat(asked.signs(SHARED_ON, THURSDAYS).askedFor()).isEqualTo(FIRST);

        Feedback answered = asked.with(
                        asked.question().answered(new Question.Answer(true, CATHAL, false, at(FIRST.minusDays(1)))))
                .saying(FIRST, null, true, new Feedback.LastWord(CATHAL, at(FIRST.minusDays(1))));
        assertThat(answered.signs(SHARED_ON, THURSDAYS))
                .isEqualTo(new SignsOfLife(FIRST.minusDays(1), null, 0, at(FIRST.minusDays(1)), false, null));

        Feedback askedAgain = answered.with(Question.asked(FIRST.plusWeeks(1), at(FIRST.plusDays(3))));
        assertThat(askedAgain.signs(SHARED_ON, THURSDAYS).lastNight()).isEqualTo(FIRST);
        assertThat(askedAgain.signs(SHARED_ON, THURSDAYS).confirmations()).isEqualTo(1);
    }

    @Test
    void the_organisers_answer_stands_against_a_members() {
        Question question = Question.asked(FIRST, at(FIRST));
        Question.Answer no = new Question.Answer(false, NIAMH, true, at(FIRST));
        Question.Answer yes = new Question.Answer(true, CATHAL, false, at(FIRST));

        assertThat(question.answered(yes).answered(no).answer()).isEqualTo(no);
        assertThat(question.answered(no).answered(yes).answer()).isEqualTo(no);
        assertThat(question.answered(yes)
                        .answered(new Question.Answer(false, CATHAL, false, at(FIRST)))
                        .answer()
                        .on())
                .isFalse();
    }

    @Test
    void two_members_the_organiser_or_a_moderator_say_that_a_session_is_gone() {
        Feedback one = Feedback.none(SESSION).sayingGone(new GoneClaim(CATHAL, Role.MEMBER, at(FIRST)));
        assertThat(one.isGone()).isFalse();
        assertThat(one.sayingGone(new GoneClaim(CATHAL, Role.MEMBER, at(FIRST))).isGone())
                .isFalse();
        assertThat(one.sayingGone(new GoneClaim(NIAMH, Role.MEMBER, at(FIRST))).isGone())
                .isTrue();
        assertThat(one.sayingGone(new GoneClaim(NIAMH, Role.MEMBER, at(FIRST)))
                        .signs(SHARED_ON, THURSDAYS)
                        .over())
                .isTrue();
        assertThat(Feedback.none(SESSION)
                        .sayingGone(new GoneClaim(NIAMH, Role.ORGANISER, at(FIRST)))
                        .isGone())
                .isTrue();
    }

    @Test
    void nobody_takes_back_what_somebody_of_more_weight_says() {
        Feedback all = Feedback.none(SESSION)
                .sayingGone(new GoneClaim(CATHAL, Role.MEMBER, at(FIRST)))
                .sayingGone(new GoneClaim(NIAMH, Role.ORGANISER, at(FIRST)))
                .sayingGone(new GoneClaim(UNA, Role.MODERATOR, at(FIRST)));

        assertThat(all.sayingStillOn(CATHAL, Role.MEMBER).gone())
                .extracting(GoneClaim::role)
                .containsExactly(Role.ORGANISER, Role.MODERATOR);
        assertThat(all.sayingStillOn(NIAMH, Role.ORGANISER).gone())
                .extracting(GoneClaim::role)
                .containsExactly(Role.MODERATOR);
        assertThat(all.sayingStillOn(UNA, Role.MODERATOR).gone()).isEmpty();
    }

    @Test
    void a_member_who_left_is_named_nowhere_and_counts_as_before() {
        Feedback feedback = Feedback.none(SESSION)
                .saying(FIRST, null, true, new Feedback.LastWord(CATHAL, at(FIRST)))
                .with(Question.asked(FIRST, at(FIRST)).answered(new Question.Answer(true, CATHAL, false, at(FIRST))))
                .sayingGone(new GoneClaim(CATHAL, Role.MEMBER, at(FIRST)))
                .sayingGone(new GoneClaim(NIAMH, Role.MEMBER, at(FIRST)));

        Feedback left = feedback.withoutMember(new MemberId("cccccccccccccccc"));

        assertThat(left.toString()).doesNotContain("cccccccccccccccc").contains("bbbbbbbbbbbbbbbb");
        assertThat(left.signs(SHARED_ON, THURSDAYS)).isEqualTo(feedback.signs(SHARED_ON, THURSDAYS));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private static Feedback said(Confirmations... tallies) {
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        for (int week = 0; week < tallies.length; week++) {
            nights.put(FIRST.plusWeeks(week), tallies[week]);
        }
        return new Feedback(SESSION, nights, null, Tally.NONE);
    }

    private static Confirmations[] tallies(int count) {
        Confirmations[] tallies = new Confirmations[count];
        Arrays.fill(tallies, new Confirmations(1, 0));
        return tallies;
    }
}
