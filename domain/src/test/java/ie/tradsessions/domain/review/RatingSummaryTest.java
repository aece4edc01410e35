package ie.tradsessions.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ie.tradsessions.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RatingSummaryTest {
    @Property
    void a_summary_equals_the_recount_of_the_ratings(
            @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 5) Integer> ratings) {
        Integer[] counts = {0, 0, 0, 0, 0};
        ratings.forEach(rating -> counts[rating - 1]++);

        RatingSummary summary = new RatingSummary(List.of(counts));

        assertThat(summary.count()).isEqualTo(ratings.size());
        assertThat(summary.sum())
                .isEqualTo(ratings.stream().mapToLong(Integer::longValue).sum());
        if (ratings.isEmpty()) {
            assertThat(summary).isEqualTo(RatingSummary.NONE);
            assertThat(summary.mean()).isEmpty();
        } else {
            double mean = ratings.stream().mapToInt(Integer::intValue).average().orElseThrow();
            assertThat(summary.mean().orElseThrow())
                    .isCloseTo(mean, within(1e-9))
                    .isBetween(1.0, 5.0);
        }
    }

    @Test
    void very_many_ratings_are_counted_too() {
        int most = Integer.MAX_VALUE;

        RatingSummary summary = new RatingSummary(List.of(most, most, most, most, most));

        assertThat(summary.count()).isEqualTo(5L * most);
        assertThat(summary.mean()).hasValue(3.0);
    }

    @Test
    void a_summary_has_five_counts_and_none_is_negative() {
        assertThatThrownBy(() -> new RatingSummary(List.of(1, 2, 3, 4))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new RatingSummary(List.of(1, 2, 3, 4, 5, 6))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new RatingSummary(List.of(0, 0, -1, 0, 0))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_summary_does_not_change_with_the_list_it_was_made_of() {
        List<Integer> counts = new ArrayList<>(List.of(0, 0, 0, 1, 0));
        RatingSummary summary = new RatingSummary(counts);

        counts.set(4, 10);

        assertThat(summary.count()).isEqualTo(1);
    }

    @Property
    void a_rating_that_is_taken_away_again_leaves_nothing(
            @ForAll List<@IntRange(min = 1, max = 5) Integer> ratings, @ForAll @IntRange(min = 1, max = 5) int one) {
        RatingSummary summary = RatingSummary.NONE;
        for (int rating : ratings) {
            summary = summary.plus(rating);
        }

        assertThat(summary.plus(one).minus(one)).isEqualTo(summary);
        assertThat(summary.plus(one).count()).isEqualTo(ratings.size() + 1);
        for (int rating : ratings) {
            summary = summary.minus(rating);
        }
        assertThat(summary).isEqualTo(RatingSummary.NONE);
    }

    @Test
    void what_nobody_gave_cannot_be_taken_away() {
        assertThatThrownBy(() -> RatingSummary.NONE.plus(4).minus(5)).isInstanceOf(InvalidValue.class);
    }
}
