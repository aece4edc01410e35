package ie.tradsessions.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BurstTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:05:00Z");
    static final int DAY = 24 * 60;

    @Property
    void three_reviews_by_new_members_within_a_day_open_a_burst_and_no_fewer(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 2 * DAY) Integer> minutesBetween) {
        Burst burst = Burst.NONE;
        int[] at = new int[minutesBetween.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = minutesBetween.get(i) + (i == 0 ? 0 : at[i - 1]);
            burst = burst.with(new Burst.Posted(i + 1, NOW.plusSeconds(60L * at[i])));
        }

        boolean three = IntStream.range(2, at.length).anyMatch(i -> at[i] - at[i - 2] < DAY);
        assertThat(burst.open()).isEqualTo(three);
    }

    @Test
    void a_burst_names_the_reviews_that_opened_it() {
        Burst burst = Burst.NONE
                .with(posted(1, 0))
                .with(posted(4, 23 * 60))
                .with(posted(5, DAY))
                .with(posted(6, DAY + 1));

        assertThat(burst).isEqualTo(new Burst(List.of(posted(4, 23 * 60), posted(5, DAY), posted(6, DAY + 1)), true));
        assertThat(burst.with(posted(7, 9 * DAY))).isEqualTo(burst);
    }

    @Test
    void what_was_withdrawn_opens_no_burst_and_closes_none() {
        assertThat(Burst.NONE
                        .with(posted(1, 0))
                        .with(posted(2, 1))
                        .without(1)
                        .with(posted(3, 2))
                        .open())
                .isFalse();
        assertThat(Burst.NONE
                        .with(posted(1, 0))
                        .with(posted(2, 1))
                        .with(posted(3, 2))
                        .without(3)
                        .open())
                .isTrue();
    }

    private static Burst.Posted posted(int number, int minute) {
        return new Burst.Posted(number, NOW.plusSeconds(60L * minute));
    }
}
