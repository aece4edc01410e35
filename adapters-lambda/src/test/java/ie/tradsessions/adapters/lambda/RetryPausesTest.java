package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetryPausesTest {
    @Property
    void a_pause_is_at_most_twice_as_long_after_each_attempt_and_never_longer_than_a_quarter_of_a_second(
            @ForAll @IntRange(min = 1, max = 1_000) int failed, @ForAll long seed) {
        Duration most = Duration.ofMillis((long) Math.min(250, 10 * Math.pow(2, failed - 1)));

        assertThat(RetryPauses.atRandom(new Random(seed)).apply(failed)).isBetween(Duration.ZERO, most);
    }
}
