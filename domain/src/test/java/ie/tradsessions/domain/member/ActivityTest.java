package ie.tradsessions.domain.member;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Activity.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T21:30:00Z");
    private static final MemberId NIAMH = MemberId.of("https://issuer.example/", "Niamh");
    private static final RequestKey KEY = RequestKey.of("publishSession", "1", "The Late Session");

    @Test
    void a_newcomer_has_half_as_much_to_spend_and_then_as_much_as_others() {
        Activity activity = Activity.none(NIAMH);
        for (int i = 0; i < 30; i++) {
            activity = admitted(activity.admit(null, NOW, true));
        }

        assertThat(activity.admit(null, NOW, true)).isInstanceOf(Admission.OverQuota.class);
        assertThat(activity.admit(null, NOW, false)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void nobody_asks_more_than_five_questions_a_day() {
        Activity activity = Activity.none(NIAMH);
        for (int i = 0; i < 5; i++) {
            assertThat(activity.untilQuestion(NOW)).isZero();
            activity = activity.asking(NOW);
        }

        assertThat(activity.untilQuestion(NOW)).isPositive();
        assertThat(activity.untilQuestion(NOW.plus(activity.untilQuestion(NOW))))
                .isZero();
    }

    @Test
    void sixty_changes_an_hour_are_admitted_and_the_next_waits_for_the_first_to_be_an_hour_old() {
        Activity activity = Activity.none(NIAMH);
        for (int i = 0; i < 60; i++) {
            activity = admitted(activity.admit(null, NOW, false));
        }

        assertThat(activity.admit(null, NOW, false))
                .isInstanceOfSatisfying(
                        Admission.OverQuota.class,
                        over -> assertThat(over.retryAfter()).isBetween(Duration.ofHours(1), Duration.ofMinutes(65)));
    }

    @Property(tries = 200)
    void nobody_changes_more_than_sixty_things_in_any_hour_or_three_hundred_in_any_day(
            @ForAll @Size(min = 100, max = 900) List<@IntRange(max = 400) Integer> pauses) {
        Activity activity = Activity.none(NIAMH);
        List<Instant> made = new ArrayList<>();
        Instant now = NOW;
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            if (activity.admit(null, now, false) instanceof Admission.Admitted(var next)) {
                activity = next;
                made.add(now);
                Instant moment = now;
                assertThat(madeWithin(made, moment, Duration.ofHours(1))).isLessThanOrEqualTo(60);
                assertThat(madeWithin(made, moment, Duration.ofDays(1))).isLessThanOrEqualTo(300);
            }
        }
    }

    @Property(tries = 200)
    void who_is_refused_has_done_much_and_is_admitted_after_the_time_told(
            @ForAll @Size(min = 70, max = 400) List<@IntRange(max = 300) Integer> pauses) {
        Activity activity = Activity.none(NIAMH);
        List<Instant> made = new ArrayList<>();
        Instant now = NOW;
        for (int pause : pauses) {
            now = now.plusSeconds(pause);
            switch (activity.admit(null, now, false)) {
                case Admission.Admitted(var next) -> {
                    activity = next;
                    made.add(now);
                }
                case Admission.OverQuota(var retryAfter) -> {
                    Instant moment = now;
                    assertThat(madeWithin(made, moment, Duration.ofMinutes(65)) >= 60
                                    || madeWithin(made, moment, Duration.ofHours(25)) >= 300)
                            .isTrue();
                    assertThat(retryAfter).isPositive().isLessThanOrEqualTo(Duration.ofHours(25));
                    assertThat(activity.admit(null, now.plus(retryAfter), false))
                            .isInstanceOf(Admission.Admitted.class);
                }
                default -> throw new AssertionError("no request has a key");
            }
        }
    }

    @Test
    void a_request_that_comes_again_is_known_and_counts_for_nothing() {
        Activity done = admitted(Activity.none(NIAMH).admit(KEY, NOW, false)).withResult(KEY, NOW, "the answer");

        assertThat(done.admit(KEY, NOW.plusSeconds(1), false)).isEqualTo(new Admission.DoneBefore("the answer"));
        for (int i = 0; i < 59; i++) {
            done = admitted(done.admit(null, NOW, false));
        }
        assertThat(done.admit(null, NOW, false)).isInstanceOf(Admission.OverQuota.class);
        assertThat(done.admit(KEY, NOW, false)).isEqualTo(new Admission.DoneBefore("the answer"));
    }

    @Test
    void a_key_is_for_one_request_of_one_operation() {
        Activity done = Activity.none(NIAMH).withResult(KEY, NOW, "the answer");

        assertThat(done.admit(RequestKey.of("publishSession", "1", "The Early Session"), NOW, false))
                .isEqualTo(new Admission.KeyUsedForOther());
        assertThat(done.admit(RequestKey.of("publishSession", "2", "The Late Session"), NOW, false))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(done.admit(RequestKey.of("registerVenue", "1", "The Late Session"), NOW, false))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void a_request_is_forgotten_after_a_day_or_after_twenty_others() {
        Activity done = Activity.none(NIAMH).withResult(KEY, NOW, "the answer");

        assertThat(done.admit(KEY, NOW.plus(Activity.REMEMBERED).minusSeconds(1), false))
                .isInstanceOf(Admission.DoneBefore.class);
        assertThat(done.admit(KEY, NOW.plus(Activity.REMEMBERED), false)).isInstanceOf(Admission.Admitted.class);
        for (int i = 0; i < Activity.MAX_REQUESTS; i++) {
            done = done.withResult(RequestKey.of("publishSession", "other " + i, ""), NOW, "");
        }
        assertThat(done.admit(KEY, NOW, false)).isInstanceOf(Admission.Admitted.class);
        assertThat(done.requests()).hasSize(Activity.MAX_REQUESTS);
    }

    private static long madeWithin(List<Instant> made, Instant now, Duration window) {
        return made.stream().filter(now.minus(window)::isBefore).count();
    }

    private static Activity admitted(Admission admission) {
        return ((Admission.Admitted) admission).next();
    }
}
