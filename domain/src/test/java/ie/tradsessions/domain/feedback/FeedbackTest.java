package ie.tradsessions.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    private static final SessionId SESSION = new SessionId(Identifier.derivedFrom("a session"));
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 5);
    private static final LocalDate SHARED_ON = LocalDate.of(2026, 10, 1);

    @Test
    void a_session_of_which_nobody_spoke_has_no_word_no_night_and_no_rating() {
        Feedback none = Feedback.none(SESSION);

        assertThat(none.confirmations(FIRST)).isEqualTo(Confirmations.NONE);
        assertThat(none.ratings()).isEqualTo(RatingSummary.NONE);
        assertThat(none.signs(SHARED_ON)).isEqualTo(new SignsOfLife(SHARED_ON, null, 0, null, false));
        assertThat(none.signs(SHARED_ON).last()).isEqualTo(SHARED_ON);
    }

    @Test
    void the_last_night_is_the_latest_of_which_more_say_that_it_was_on() {
        Feedback feedback = said(
                new Confirmations(3, 0),
                new Confirmations(2, 1),
                new Confirmations(1, 1),
                new Confirmations(0, 0),
                new Confirmations(1, 2));

        assertThat(feedback.signs(SHARED_ON).lastNight()).isEqualTo(FIRST.plusWeeks(1));
        assertThat(feedback.signs(SHARED_ON).last()).isEqualTo(FIRST.plusWeeks(1));
        assertThat(feedback.signs(FIRST.plusYears(1)).last()).isEqualTo(FIRST.plusYears(1));
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
        Feedback feedback = new Feedback(SESSION, nights, null, RatingSummary.NONE);

        nights.put(FIRST, new Confirmations(1, 0));

        assertThat(feedback).isEqualTo(Feedback.none(SESSION));
    }

    @Test
    void nobody_speaks_fewer_than_no_times() {
        assertThatThrownBy(() -> new Confirmations(-1, 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Confirmations(0, -1)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_last_word_has_a_speaker() {
        assertThatThrownBy(() -> new Feedback.LastWord(" ", Instant.EPOCH)).isInstanceOf(InvalidValue.class);
        assertThat(new Feedback.LastWord(" M\u00e1ire ", Instant.EPOCH).by()).isEqualTo("M\u00e1ire");
    }

    private static Feedback said(Confirmations... tallies) {
        NavigableMap<LocalDate, Confirmations> nights = new TreeMap<>();
        for (int week = 0; week < tallies.length; week++) {
            nights.put(FIRST.plusWeeks(week), tallies[week]);
        }
        return new Feedback(SESSION, nights, null, RatingSummary.NONE);
    }

    private static Confirmations[] tallies(int count) {
        Confirmations[] tallies = new Confirmations[count];
        Arrays.fill(tallies, new Confirmations(1, 0));
        return tallies;
    }
}
