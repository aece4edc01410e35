package ie.tradsessions.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.review.RatingSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final double HALF_LIFE_DAYS = 120;

    /** What the rank stands for, worked out for a day instead of once for all: quality, halved every 120 days. */
    private static double worth(RatingSummary ratings, LocalDate lastSign, LocalDate today) {
        double quality = (5 * 3.5 + ratings.sum()) / (5 + ratings.count());
        return quality * Math.pow(2, -(today.toEpochDay() - lastSign.toEpochDay()) / HALF_LIFE_DAYS);
    }

    @Property
    void no_passing_of_time_reorders_two_sessions(
            @ForAll("summaries") RatingSummary one,
            @ForAll("summaries") RatingSummary other,
            @ForAll @IntRange(max = 900) int day,
            @ForAll @IntRange(max = 900) int otherDay,
            @ForAll @IntRange(max = 4000) int later) {
        LocalDate sign = DAY.plusDays(day);
        LocalDate otherSign = DAY.plusDays(otherDay);
        LocalDate today = DAY.plusDays(900L + later);
        double worth = worth(one, sign, today);
        double otherWorth = worth(other, otherSign, today);
        Assume.that(Math.abs(worth / otherWorth - 1) > 1e-9);

        double rank = Rank.of(one, signs(sign));
        double otherRank = Rank.of(other, signs(otherSign));

        assertThat(Double.compare(rank, otherRank)).isEqualTo(Double.compare(worth, otherWorth));
    }

    @Property
    void one_more_best_rating_lifts_a_session_and_one_more_worst_lowers_it(@ForAll("summaries") RatingSummary ratings) {
        assertThat(rank(plus(ratings, 5))).isGreaterThan(rank(ratings));
        assertThat(rank(plus(ratings, 1))).isLessThan(rank(ratings));
    }

    @Property
    void a_later_sign_of_life_lifts_a_session(
            @ForAll("summaries") RatingSummary ratings, @ForAll @IntRange(min = 1, max = 5000) int days) {
        assertThat(Rank.of(ratings, signs(DAY.plusDays(days)))).isGreaterThan(Rank.of(ratings, signs(DAY)));
    }

    @Test
    void a_night_that_was_on_is_a_sign_of_life_as_good_as_sharing() {
        SignsOfLife seen = new SignsOfLife(DAY, DAY.plusDays(200), 0, null, false, null);

        assertThat(Rank.of(RatingSummary.NONE, seen))
                .isEqualTo(Rank.of(RatingSummary.NONE, signs(DAY.plusDays(200))))
                .isGreaterThan(rank(RatingSummary.NONE));
    }

    @Test
    void few_ratings_weigh_little() {
        RatingSummary oneFive = plus(RatingSummary.NONE, 5);
        RatingSummary manyFours = new RatingSummary(List.of(0, 0, 0, 40, 10));

        assertThat(rank(manyFours)).isGreaterThan(rank(oneFive));
        assertThat(rank(oneFive)).isGreaterThan(rank(RatingSummary.NONE));
    }

    @Test
    void the_best_of_last_year_stands_behind_a_fair_one_of_last_week() {
        RatingSummary best = new RatingSummary(List.of(0, 0, 0, 0, 200));

        assertThat(Rank.of(RatingSummary.NONE, signs(DAY.plusDays(365)))).isGreaterThan(Rank.of(best, signs(DAY)));
        assertThat(Rank.of(best, signs(DAY.plusDays(340))))
                .isGreaterThan(Rank.of(RatingSummary.NONE, signs(DAY.plusDays(365))));
    }

    @Property
    void one_five_never_beats_fifty_of_four_point_eight_at_equal_age(@ForAll @IntRange(max = 5000) int day) {
        RatingSummary fifty = new RatingSummary(List.of(0, 0, 0, 10, 40));

        assertThat(Rank.of(fifty, signs(DAY.plusDays(day))))
                .isGreaterThan(Rank.of(plus(RatingSummary.NONE, 5), signs(DAY.plusDays(day))));
    }

    @Property
    void age_alone_only_lowers_a_session(
            @ForAll("summaries") RatingSummary ratings, @ForAll @IntRange(max = 5000) int day) {
        // Whatever day it is, the earlier of two signs of life stands behind the later.
        assertThat(Rank.of(ratings, signs(DAY.minusDays(day)))).isLessThanOrEqualTo(rank(ratings));
    }

    @Provide
    Arbitrary<RatingSummary> summaries() {
        return Arbitraries.integers()
                .between(0, 300)
                .list()
                .ofSize(5)
                .map(RatingSummary::new)
                .withoutEdgeCases();
    }

    private static double rank(RatingSummary ratings) {
        return Rank.of(ratings, signs(DAY));
    }

    private static SignsOfLife signs(LocalDate last) {
        return new SignsOfLife(last, null, 0, null, false, null);
    }

    private static RatingSummary plus(RatingSummary ratings, int rating) {
        List<Integer> histogram = new ArrayList<>(ratings.histogram());
        histogram.set(rating - 1, histogram.get(rating - 1) + 1);
        return new RatingSummary(histogram);
    }
}
