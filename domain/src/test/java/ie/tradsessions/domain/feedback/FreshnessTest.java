package ie.tradsessions.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Schedules;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Domain(Schedules.class)
@Domain(DomainContext.Global.class)
class FreshnessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Timetable THURSDAYS = thursdays(null);

    @ParameterizedTest
    @CsvSource({
        "0, CONFIRMED",
        "35, CONFIRMED",
        "36, AGEING",
        "120, AGEING",
        "121, STALE",
        "4000, STALE",
        "-1, CONFIRMED"
    })
    void trust_fades_with_the_days_since_the_last_sign_of_life(int days, Freshness freshness) {
        assertThat(Freshness.of(THURSDAYS, shared(TODAY.minusDays(days)), TODAY))
                .isEqualTo(freshness);
        assertThat(Freshness.of(THURSDAYS, lastOn(TODAY.minusDays(days)), TODAY))
                .isEqualTo(freshness);
    }

    @ParameterizedTest
    @CsvSource({"CONFIRMED, STALE", "AGEING, STALE", "STALE, STALE", "ENDED, ENDED"})
    void at_a_venue_that_is_closed_for_good_a_session_is_in_doubt_unless_it_has_ended(
            Freshness otherwise, Freshness there) {
        assertThat(otherwise.atVenue(true, false)).isEqualTo(there);
        assertThat(otherwise.atVenue(true, true)).isEqualTo(Freshness.ENDED);
        assertThat(otherwise.atVenue(false, false)).isEqualTo(otherwise);
    }

    @Test
    void who_shares_a_session_vouches_for_it_as_does_who_was_there_later() {
        LocalDate longAgo = TODAY.minusYears(3);

        assertThat(Freshness.of(THURSDAYS, new SignsOfLife(longAgo, TODAY.minusDays(3), 0, null, false, null), TODAY))
                .isEqualTo(Freshness.CONFIRMED);
        assertThat(Freshness.of(THURSDAYS, new SignsOfLife(TODAY.minusDays(3), longAgo, 0, null, false, null), TODAY))
                .isEqualTo(Freshness.CONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({"35, CONFIRMED", "62, CONFIRMED", "63, AGEING", "186, AGEING", "187, STALE"})
    void a_monthly_session_ages_slower_than_a_weekly_one(int days, Freshness freshness) {
        Timetable monthly = Timetable.of(Schedule.of(
                new Recurrence.NthWeekdayOfMonth(Set.of(Ordinal.FIRST), DayOfWeek.THURSDAY), LocalTime.of(21, 30)));

        assertThat(Freshness.of(monthly, shared(TODAY.minusDays(days)), TODAY)).isEqualTo(freshness);
    }

    @Test
    void a_session_of_single_dates_ages_by_the_time_between_them() {
        LocalDate first = TODAY.minusDays(100);
        Timetable quarterly = Timetable.of(Schedule.of(
                new Recurrence.Dates(List.of(first, first.plusDays(90), first.plusDays(180))), LocalTime.of(14, 0)));

        assertThat(Freshness.of(quarterly, lastOn(first), TODAY)).isEqualTo(Freshness.CONFIRMED);
        assertThat(Freshness.of(THURSDAYS, lastOn(first), TODAY)).isEqualTo(Freshness.AGEING);
    }

    @Property
    void no_session_ages_faster_than_a_weekly_one(
            @ForAll Timetable timetable, @ForAll LocalDate today, @ForAll @IntRange(max = 900) int days) {
        Freshness freshness = Freshness.of(timetable, shared(today.minusDays(days)), today);
        Assume.that(freshness != Freshness.ENDED);

        assertThat(freshness).isLessThanOrEqualTo(Freshness.of(THURSDAYS, shared(today.minusDays(days)), today));
    }

    @Test
    void a_summer_pause_makes_no_session_stale() {
        Timetable winter = thursdays(new Season(Month.OCTOBER, Month.JUNE));
        LocalDate lastOfJune = LocalDate.of(2026, 6, 25);

        // 93 days of summer do not count; five in June do.
        assertThat(Freshness.of(winter, lastOn(lastOfJune), LocalDate.of(2026, 10, 1)))
                .isEqualTo(Freshness.CONFIRMED);
        assertThat(Freshness.of(winter, lastOn(lastOfJune), LocalDate.of(2026, 10, 30)))
                .isEqualTo(Freshness.CONFIRMED);
        assertThat(Freshness.of(winter, lastOn(lastOfJune), LocalDate.of(2026, 11, 1)))
                .isEqualTo(Freshness.AGEING);
        assertThat(Freshness.of(THURSDAYS, lastOn(lastOfJune), LocalDate.of(2026, 10, 24)))
                .isEqualTo(Freshness.STALE);
    }

    @Test
    void a_season_hides_no_session_that_nobody_has_seen_for_more_than_a_year() {
        Timetable augusts = thursdays(new Season(Month.AUGUST, Month.AUGUST));

        assertThat(Freshness.of(augusts, lastOn(TODAY.minusYears(1).minusDays(1)), TODAY))
                .isEqualTo(Freshness.STALE);
        assertThat(Freshness.of(augusts, lastOn(LocalDate.of(2026, 8, 27)), TODAY))
                .isEqualTo(Freshness.CONFIRMED);
    }

    @Test
    void a_session_that_its_organiser_ended_has_ended_from_that_date_on() {
        Timetable ended = new Timetable(THURSDAYS.schedule(), new TreeMap<>(), LocalDate.of(2026, 12, 1));

        assertThat(Freshness.of(ended, shared(TODAY), TODAY)).isEqualTo(Freshness.CONFIRMED);
        assertThat(Freshness.of(ended, shared(TODAY), LocalDate.of(2026, 11, 26)))
                .isEqualTo(Freshness.CONFIRMED);
        // The last night was on the 26th.
        assertThat(Freshness.of(ended, shared(TODAY), LocalDate.of(2026, 11, 27)))
                .isEqualTo(Freshness.ENDED);
        assertThat(Freshness.of(ended, shared(TODAY), LocalDate.of(2026, 12, 1)))
                .isEqualTo(Freshness.ENDED);
    }

    @Test
    void a_session_has_ended_when_the_last_of_its_dates_is_over() {
        Timetable festival = Timetable.of(
                Schedule.of(new Recurrence.Dates(List.of(TODAY.minusDays(1), TODAY)), LocalTime.of(14, 0)));

        assertThat(Freshness.of(festival, shared(TODAY), TODAY)).isEqualTo(Freshness.CONFIRMED);
        assertThat(Freshness.of(festival, shared(TODAY), TODAY.plusDays(1))).isEqualTo(Freshness.ENDED);
    }

    @Test
    void an_irregular_session_has_not_ended_only_because_no_night_is_announced() {
        Timetable irregular = Timetable.of(Schedule.of(new Recurrence.Irregular("now and then"), LocalTime.of(21, 0)));

        assertThat(Freshness.of(irregular, shared(TODAY), TODAY)).isEqualTo(Freshness.CONFIRMED);
        assertThat(Freshness.of(new Timetable(irregular.schedule(), new TreeMap<>(), TODAY), shared(TODAY), TODAY))
                .isEqualTo(Freshness.ENDED);
    }

    @Test
    void a_session_of_which_players_say_that_it_is_over_has_ended() {
        assertThat(Freshness.of(THURSDAYS, new SignsOfLife(TODAY, TODAY, 0, null, true, null), TODAY))
                .isEqualTo(Freshness.ENDED);
    }

    @Property
    void a_later_sign_of_life_never_makes_a_session_less_fresh(
            @ForAll Timetable timetable,
            @ForAll LocalDate today,
            @ForAll @IntRange(max = 500) int days,
            @ForAll @IntRange(max = 500) int fewer) {
        Freshness earlier = Freshness.of(timetable, shared(today.minusDays(days)), today);
        Freshness later = Freshness.of(timetable, shared(today.minusDays(Math.min(days, fewer))), today);

        assertThat(later).isLessThanOrEqualTo(earlier);
    }

    @Property
    void a_season_of_the_whole_year_counts_like_none(@ForAll LocalDate today, @ForAll @IntRange(max = 500) int days) {
        Timetable wholeYear = thursdays(new Season(Month.JANUARY, Month.DECEMBER));
        SignsOfLife signs = shared(today.minusDays(days));

        assertThat(Freshness.of(wholeYear, signs, today)).isEqualTo(Freshness.of(THURSDAYS, signs, today));
    }

    @Property
    void what_has_ended_is_what_is_called_ended(
            @ForAll Timetable timetable, @ForAll LocalDate today, @ForAll boolean over) {
        SignsOfLife signs = new SignsOfLife(today, null, 0, null, over, null);

        assertThat(Freshness.hasEnded(timetable, signs, today))
                .isEqualTo(Freshness.of(timetable, signs, today) == Freshness.ENDED);
    }

    private static SignsOfLife shared(LocalDate on) {
        return new SignsOfLife(on, null, 0, null, false, null);
    }

    private static SignsOfLife lastOn(LocalDate night) {
        return new SignsOfLife(night.minusYears(5), night, 0, null, false, null);
    }

    private static Timetable thursdays(Season season) {
        return Timetable.of(
                new Schedule(new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY)), LocalTime.of(21, 30), null, season));
    }
}
