package ie.tradsessions.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A change is made again where somebody else was faster, while somebody waits for it. */
class AttemptsTest {
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final Instant DEADLINE = NOW.plusSeconds(10);

    private final SettableClock clock = new SettableClock(NOW);
    private final List<Integer> paused = new ArrayList<>();
    private int attempts;

    @Test
    void what_succeeds_at_once_is_made_once_and_waits_for_nothing() {
        assertThat(contended(saved(1))).isEqualTo("saved");

        assertThat(attempts).isEqualTo(1);
        assertThat(paused).isEmpty();
    }

    @Test
    void the_pauses_are_told_how_many_attempts_have_failed() {
        assertThat(contended(saved(4))).isEqualTo("saved");

        assertThat(paused).containsExactly(1, 2, 3);
    }

    @Test
    void what_was_read_apart_is_made_again() {
        Supplier<Optional<String>> saved = saved(3);

        assertThat(contended(() -> saved.get().or(() -> {
                    throw new Attempts.ReadApart("a review that the summary names");
                })))
                .isEqualTo("saved");
        assertThat(attempts).isEqualTo(3);
    }

    @Test
    void no_attempt_begins_once_nobody_waits_any_more() {
        Supplier<Optional<String>> slow = () -> {
            attempts++;
            clock.advance(Duration.ofSeconds(4));
            return Optional.empty();
        };

        assertThatThrownBy(() -> Deadline.observing(DEADLINE, () -> contended(slow)))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(attempts).as("at 0, 4 and 8 seconds").isEqualTo(3);
    }

    @Test
    void nobody_pauses_until_after_the_deadline() {
        assertThatThrownBy(() -> Deadline.observing(
                        DEADLINE, () -> Attempts.untilSaved("it", clock, failed -> Duration.ofSeconds(10), saved(2))))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void without_a_deadline_it_gives_up_after_a_hundred_attempts() {
        assertThat(contended(saved(100))).isEqualTo("saved");
        attempts = 0;
        assertThatThrownBy(() -> contended(saved(101)))
                .isInstanceOfSatisfying(
                        StorageUnavailable.class,
                        failure -> assertThat(failure).hasRootCauseMessage("it keeps being changed by somebody else"));
    }

    @Test
    void what_few_change_is_made_ten_times_at_most() {
        List<Integer> failed = new ArrayList<>();
        IntFunction<Optional<String>> never = before -> {
            failed.add(before);
            return Optional.empty();
        };

        assertThatThrownBy(() -> Attempts.untilSaved("it", never)).isInstanceOf(StorageUnavailable.class);
        assertThat(failed).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    // The deadline itself

    @Test
    void a_deadline_holds_for_the_work_under_it_and_no_longer() {
        assertThat(Deadline.current()).isEmpty();
        assertThat(Deadline.observing(DEADLINE, Deadline::current)).contains(DEADLINE);
        assertThat(Deadline.current()).isEmpty();
    }

    @Test
    void work_within_a_time_has_the_earlier_of_two_deadlines() {
        Duration more = Duration.ofMinutes(1);
        Duration less = Duration.ofSeconds(1);

        assertThat(Deadline.within(more, NOW, Deadline::current)).contains(NOW.plus(more));
        assertThat(Deadline.observing(DEADLINE, () -> Deadline.within(more, NOW, Deadline::current)))
                .contains(DEADLINE);
        assertThat(Deadline.observing(DEADLINE, () -> Deadline.within(less, NOW, Deadline::current)))
                .contains(NOW.plus(less));
    }

    @Test
    void another_thread_has_the_deadline_of_whoever_gave_it_the_work() throws Exception {
        Callable<Optional<Instant>> carried = Deadline.observing(DEADLINE, () -> Deadline.carried(Deadline::current));

        assertThat(carried.call()).contains(DEADLINE);
        assertThat(Deadline.carried(Deadline::current).call()).isEmpty();
    }

    /** With pauses that are asked for and take no time. */
    private String contended(Supplier<Optional<String>> attempt) {
        return Attempts.untilSaved(
                "it",
                clock,
                failed -> {
                    paused.add(failed);
                    return Duration.ZERO;
                },
                attempt);
    }

    private Supplier<Optional<String>> saved(int inAttempt) {
        return () -> ++attempts == inAttempt ? Optional.of("saved") : Optional.empty();
    }
}
