package ie.tradsessions.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ie.tradsessions.adapters.dynamodb.cost.Counter;
import ie.tradsessions.adapters.dynamodb.cost.LoadTable;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.benchmarks.FirstLoads.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often functions start, and what they read first. */
class FirstLoadsTest {
    private static final double MINUTES = 60;
    private static final double HOURS = 3_600;
    private static final double MONTH = 30 * 24 * HOURS;
    private static final double NEVER_ENDED = 1e15;

    /** The same all day, so that the rate is the requests of a month by its seconds. */
    private static final Rhythm EVEN = new Rhythm(12, 1);

    private static final LoadTable.Measured LOAD = new LoadTable.Measured(
            8_000,
            81_822,
            2_725 * 1_024,
            8,
            new Counter.Cost(343, 0, 3, 10, 8),
            3_200,
            new Counter.Cost(3_577, 2_836, 6, 60, 8));

    @Property
    void a_function_starts_once_for_each_version_and_day_with_a_request_and_no_more_often_than_it_is_asked(
            @ForAll("platforms") Platform platform,
            @ForAll("durations") double busy,
            @ForAll("months") double requests) {
        double starts = new FirstLoads(platform, busy).starts(requests);

        double least = FirstLoads.daysWithRequests(requests) + platform.versions();
        assertThat(starts).isBetween(Math.min(requests, least), requests);
    }

    @Property
    void more_requests_never_need_fewer_instances(
            @ForAll("platforms") Platform platform,
            @ForAll("durations") double busy,
            @ForAll("months") double requests,
            @ForAll("months") double more) {
        FirstLoads firstLoads = new FirstLoads(platform, busy);

        assertThat(firstLoads.instances(requests + more)).isGreaterThanOrEqualTo(firstLoads.instances(requests) - 1e-3);
    }

    @Property
    void the_longer_an_idle_instance_is_kept_the_fewer_are_started(
            @ForAll("platforms") Platform platform,
            @ForAll("durations") double busy,
            @ForAll("months") double requests) {
        Platform longer = new Platform(
                platform.rhythm(), 2 * platform.idleSeconds(), platform.lifetimeSeconds(), platform.versions());

        assertThat(new FirstLoads(longer, busy).starts(requests))
                .isLessThanOrEqualTo(new FirstLoads(platform, busy).starts(requests) * (1 + 1e-9));
    }

    @Property
    void a_day_with_requests_is_one_of_thirty_and_no_more_than_there_are_requests(@ForAll("months") double requests) {
        assertThat(FirstLoads.daysWithRequests(requests)).isBetween(0.0, Math.min(30, requests));
    }

    @Test
    void one_request_after_another_starts_an_instance_after_each_pause_that_is_too_long() {
        FirstLoads firstLoads = new FirstLoads(new Platform(EVEN, 10 * MINUTES, NEVER_ENDED, 4), 1e-9);
        double eachTenMinutes = MONTH / (10 * MINUTES);

        // A pause of a Poisson process is longer than its mean with probability 1 / e.
        assertThat(firstLoads.starts(eachTenMinutes)).isCloseTo(eachTenMinutes / Math.E + 4, within(0.1));
    }

    @Test
    void an_instance_that_seldom_rests_is_started_less_often_than_one_that_often_does() {
        FirstLoads firstLoads = new FirstLoads(new Platform(EVEN, 10 * MINUTES, 4 * HOURS, 4), 0.015);

        assertThat(firstLoads.starts(100_000)).isLessThan(firstLoads.starts(4_000) / 4);
    }

    @Test
    void an_instance_that_never_rests_is_ended_all_the_same() {
        FirstLoads firstLoads = new FirstLoads(new Platform(EVEN, 1e9, 4 * HOURS, 4), 1e-9);

        assertThat(firstLoads.starts(1e6)).isCloseTo(30 * 24 / 4.0 + 4, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.5", "0.02, 0.5", "0.05, 0.5", "0.3, 0.5", "1, 0.2"})
    void a_simulation_starts_about_as_many_while_few_are_busy_at_once(double rate, double busy) {
        double idle = 5 * MINUTES;
        FirstLoads firstLoads = new FirstLoads(new Platform(EVEN, idle, NEVER_ENDED, 0), busy);

        double simulated = simulatedStarts(rate, busy, idle);

        assertThat(firstLoads.starts(rate * MONTH)).isCloseTo(simulated, withinPercentage(12));
    }

    /** Of a month, from a million requests: each is given to the first instance that is idle. */
    private static double simulatedStarts(double rate, double busy, double idle) {
        Random random = new Random(1607);
        double end = 1e6 / rate;
        int starts = 0;
        List<Double> freeAt = new ArrayList<>();
        for (double now = 0; now < end; now -= Math.log1p(-random.nextDouble()) / rate) {
            double moment = now;
            freeAt.removeIf(free -> free + idle < moment);
            int first = 0;
            while (first < freeAt.size() && freeAt.get(first) > now) {
                first++;
            }
            if (first == freeAt.size()) {
                starts++;
                freeAt.add(now + busy);
            } else {
                freeAt.set(first, now + busy);
            }
        }
        return starts * MONTH / end;
    }

    @Test
    void a_start_from_a_snapshot_reads_what_changed_since_the_version_was_published() {
        FirstLoads firstLoads = new FirstLoads(new Platform(EVEN, 10 * MINUTES, 4 * HOURS, 4), 0.015);

        assertThat(firstLoads.unitsOfRestore(0, LOAD, ReadConsistency.EVENTUAL)).isEqualTo(0.5);
        // A quarter of a month brings 200 changes; on average half of them have been made.
        assertThat(firstLoads.unitsOfRestore(800, LOAD, ReadConsistency.EVENTUAL))
                .isCloseTo((100 * 50 / 4_096.0 + 100) / 2, within(1e-9));
        assertThat(firstLoads.unitsOfRestore(800, LOAD, ReadConsistency.STRONG))
                .isCloseTo(100 * 50 / 4_096.0 + 100, within(1e-9));
    }

    @Test
    void whoever_would_have_to_read_too_much_loads_the_snapshot() {
        FirstLoads firstLoads = new FirstLoads(new Platform(EVEN, 10 * MINUTES, 4 * HOURS, 1), 0.015);

        // A thousand times the longest tail: nearly every start gives up, after it has asked the journal.
        double asked = 10_000 * 50 / 4_096.0 / 2;
        double loaded = FirstLoads.unitsOfLoad(1e7, LOAD, ReadConsistency.EVENTUAL);
        assertThat(firstLoads.unitsOfRestore(1e7, LOAD, ReadConsistency.EVENTUAL))
                .isCloseTo(asked + loaded, within(5.0));
    }

    @Test
    void a_start_without_a_snapshot_of_its_own_reads_the_index_and_what_came_after_it() {
        assertThat(FirstLoads.unitsOfLoad(0, LOAD, ReadConsistency.EVENTUAL)).isEqualTo(343);
        assertThat(FirstLoads.unitsOfLoad(0, LOAD, ReadConsistency.STRONG)).isEqualTo(343.5);
        // The snapshot is made anew each night, so on average half a day is missing.
        assertThat(FirstLoads.unitsOfLoad(30 * 200, LOAD, ReadConsistency.STRONG))
                .isCloseTo(342.5 + 100 * 50 / 4_096.0 + 100, within(1e-9));
    }

    @Test
    void more_than_a_day_has_hours_cannot_be_asked_in_the_evening() {
        assertThatThrownBy(() -> new Rhythm(4, 7)).hasMessage("eveningTimes: 7.0 is not between 0 and 6.0");
        assertThatThrownBy(() -> new Rhythm(24, 1)).hasMessage("eveningHours: 24.0 is not between 0 and 24");
    }

    @Provide
    Arbitrary<Platform> platforms() {
        Arbitrary<Rhythm> rhythms = Arbitraries.doubles()
                .between(0.5, 23)
                .flatMap(hours ->
                        Arbitraries.doubles().between(0, 0.99).map(share -> new Rhythm(hours, share * 24 / hours)));
        return Combinators.combine(
                        rhythms,
                        Arbitraries.doubles().between(MINUTES, HOURS),
                        Arbitraries.doubles().between(HOURS, 24 * HOURS),
                        Arbitraries.integers().between(0, 60))
                .as((rhythm, idle, lifetime, versions) -> new Platform(rhythm, idle, lifetime, versions));
    }

    @Provide
    Arbitrary<Double> durations() {
        return powersOfTen(-3, 0);
    }

    @Provide
    Arbitrary<Double> months() {
        return powersOfTen(-1, 8);
    }

    private static Arbitrary<Double> powersOfTen(int least, int most) {
        return Arbitraries.doubles().between(least, most).map(exponent -> Math.pow(10, exponent));
    }
}
