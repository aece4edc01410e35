package ie.tradsessions.adapters.lambda.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AttemptLimitTest {
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int ATTEMPTS = 3;

    private Instant now = Instant.EPOCH;

    @Property
    void within_a_period_nobody_tries_oftener_than_allowed(
            @ForAll @Size(max = 80) List<@IntRange(max = 600) Integer> pauses) {
        AttemptLimit limit = new AttemptLimit(ATTEMPTS, PERIOD, () -> now);
        List<Instant> tried = new ArrayList<>();
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            limit.reached("somebody")
                    .ifPresentOrElse(wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(PERIOD), () -> {
                        limit.count("somebody");
                        tried.add(now);
                    });
            assertThat(limit.reached("somebody else")).isEmpty();
        }
        for (int i = ATTEMPTS; i < tried.size(); i++) {
            assertThat(Duration.between(tried.get(i - ATTEMPTS), tried.get(i))).isGreaterThanOrEqualTo(PERIOD);
        }
    }
}
