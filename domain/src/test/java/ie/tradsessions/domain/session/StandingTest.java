package ie.tradsessions.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.review.RatingSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final SessionId SESSION = new SessionId(Identifier.derivedFrom("a session"));
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 5);
    private static final LocalDate SHARED_ON = LocalDate.of(2026, 10, 1);

    @Test
    void a_session_of_which_nobody_spoke_has_no_word_no_night_and_no_rating() {
        Standing none = Standing.none(SESSION);

        assertThat(none.said(FIRST)).isEqualTo(Tally.NONE);
        assertThat(none.ratings()).isEqualTo(RatingSummary.NONE);
        assertThat(none.signs(SHARED_ON)).isEqualTo(new SignsOfLife(SHARED_ON, null, null, false));
        assertThat(none.signs(SHARED_ON).last()).isEqualTo(SHARED_ON);
    }

    @Test
    void the_last_night_is_the_latest_of_which_more_say_that_it_was_on() {
        Standing standing = said(new Tally(3, 0), new Tally(2, 1), new Tally(1, 1), new Tally(0, 0), new Tally(1, 2));

        assertThat(standing.signs(SHARED_ON).lastNight()).isEqualTo(FIRST.plusWeeks(1));
        assertThat(standing.signs(SHARED_ON).last()).isEqualTo(FIRST.plusWeeks(1));
        assertThat(standing.signs(FIRST.plusYears(1)).last()).isEqualTo(FIRST.plusYears(1));
    }

    @Test
    void three_silent_nights_in_a_row_say_that_a_session_is_over() {
        assertThat(said(new Tally(5, 0), new Tally(0, 1), new Tally(0, 2)).saidToBeOver())
                .isFalse();
        assertThat(said(new Tally(5, 0), new Tally(0, 1), new Tally(0, 2), new Tally(1, 1))
                        .saidToBeOver())
                .isTrue();
        assertThat(said(new Tally(0, 1), new Tally(0, 2)).saidToBeOver()).isFalse();
        assertThat(Standing.none(SESSION).saidToBeOver()).isFalse();
    }

    @Test
    void nights_of_which_nobody_speaks_are_passed_over() {
        assertThat(said(new Tally(0, 1), Tally.NONE, new Tally(0, 1), Tally.NONE, new Tally(0, 1))
                        .saidToBeOver())
                .isTrue();
    }

    @Test
    void one_night_that_was_on_takes_it_back() {
        assertThat(said(new Tally(0, 9), new Tally(0, 9), new Tally(0, 9), new Tally(1, 0))
                        .saidToBeOver())
                .isFalse();
        assertThat(said(new Tally(0, 9), new Tally(2, 1), new Tally(0, 9), new Tally(0, 9))
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
        NavigableMap<LocalDate, Tally> nights = new TreeMap<>();
        Standing standing = new Standing(SESSION, nights, null, RatingSummary.NONE);

        nights.put(FIRST, new Tally(1, 0));

        assertThat(standing).isEqualTo(Standing.none(SESSION));
    }

    @Test
    void nobody_speaks_fewer_than_no_times() {
        assertThatThrownBy(() -> new Tally(-1, 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Tally(0, -1)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_last_word_has_a_speaker() {
        assertThatThrownBy(() -> new Standing.LastWord(" ", Instant.EPOCH)).isInstanceOf(InvalidValue.class);
        assertThat(new Standing.LastWord(" M\u00e1ire ", Instant.EPOCH).by()).isEqualTo("M\u00e1ire");
    }

    private static Standing said(Tally... tallies) {
        NavigableMap<LocalDate, Tally> nights = new TreeMap<>();
        for (int week = 0; week < tallies.length; week++) {
            nights.put(FIRST.plusWeeks(week), tallies[week]);
        }
        return new Standing(SESSION, nights, null, RatingSummary.NONE);
    }

    private static Tally[] tallies(int count) {
        Tally[] tallies = new Tally[count];
        Arrays.fill(tallies, new Tally(1, 0));
        return tallies;
    }
}
