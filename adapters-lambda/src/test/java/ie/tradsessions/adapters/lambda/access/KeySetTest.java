package ie.tradsessions.adapters.lambda.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ie.tradsessions.adapters.lambda.http.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How the keys of an issuer are kept, and how seldom it is asked. */
class KeySetTest {
    private static final SigningKey ONE = SigningKey.generate("one");
    private static final SigningKey TWO = SigningKey.generate("two");

    private Instant now = Instant.parse("2026-11-24T20:00:00Z");
    private String set = SigningKey.set(ONE.jwk());
    private boolean answers = true;
    private final AtomicInteger fetches = new AtomicInteger();
    private final KeySet keys = new KeySet(this::fetch, () -> now);

    private String fetch() throws IOException {
        fetches.incrementAndGet();
        if (!answers) {
            throw new IOException("no answer");
        }
        return set;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void they_are_fetched_once_while_they_are_fresh() {
        for (int i = 0; i < 100; i++) {
            assertThat(keys.named("one")).hasSize(1);
            pass(Duration.ofSeconds(1));
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void the_first_token_of_a_new_key_brings_that_key() {
        assertThat(keys.named("one")).hasSize(1);
        set = SigningKey.set(ONE.jwk(), TWO.jwk());
        assertThat(keys.named("two")).hasSize(1);
    }

    @Test
    void a_key_that_the_issuer_withdrew_is_forgotten_once_they_are_no_longer_fresh() {
        assertThat(keys.named("one")).hasSize(1);
        set = SigningKey.set(TWO.jwk());
        pass(KeySet.FRESH.plusSeconds(1));
        assertThat(keys.named("one")).isEmpty();
    }

    @Test
    void unknown_names_have_it_asked_twice_in_thirty_seconds_at_most() {
        for (int i = 0; i < 1000; i++) {
            assertThat(keys.named("unknown-" + i)).isEmpty();
        }
        assertThat(fetches).hasValue(2);
        pass(Duration.ofSeconds(29));
        assertThat(keys.named("unknown")).isEmpty();
        assertThat(fetches).hasValue(2);
        pass(Duration.ofSeconds(1));
        assertThat(keys.named("unknown")).isEmpty();
        assertThat(fetches).hasValue(3);
    }

    @Property
    void whatever_comes_and_whenever_it_is_asked_no_oftener(
            @ForAll @Size(max = 60) List<@IntRange(max = 20_000) Integer> pauses, @ForAll boolean up) {
        answers = up;
        List<Instant> asked = new ArrayList<>();
        KeySet watched = new KeySet(
                () -> {
                    asked.add(now);
                    return fetch();
                },
                () -> now);
        for (int pause : pauses) {
            pass(Duration.ofMillis(pause));
            try {
                watched.named(pause % 3 == 0 ? "one" : "unknown-" + pause);
            } catch (Unavailable e) {
                assertThat(up).isFalse();
            }
        }
        for (int i = 2; i < asked.size(); i++) {
            assertThat(Duration.between(asked.get(i - 2), asked.get(i))).isGreaterThanOrEqualTo(KeySet.PERIOD);
        }
    }

    @Test
    void a_flood_of_threads_has_it_asked_no_oftener() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String id = i % 2 == 0 ? "one" : "unknown-" + i;
                asked.add(threads.submit(() -> keys.named(id)));
            }
            for (Future<?> one : asked) {
                one.get();
            }
        }
        assertThat(fetches).hasValueLessThanOrEqualTo(KeySet.MAX_FETCHES);
    }

    @Test
    void known_keys_go_on_working_through_an_outage_of_an_hour_and_more() {
        assertThat(keys.named("one")).hasSize(1);
        answers = false;
        for (int minute = 0; minute < 90; minute++) {
            pass(Duration.ofMinutes(1));
            assertThat(keys.named("one")).hasSize(1);
        }
        answers = true;
        pass(KeySet.PERIOD);
        set = SigningKey.set(ONE.jwk(), TWO.jwk());
        assertThat(keys.named("two")).hasSize(1);
    }

    @Test
    void an_answer_without_any_usable_key_is_an_outage_too() {
        assertThat(keys.named("one")).hasSize(1);
        for (String broken :
                new String[] {"{\"keys\":[]}", "", "<html>", "{}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AA\"}]}"}) {
            set = broken;
            pass(KeySet.FRESH.plusSeconds(1));
            assertThat(keys.named("one")).as(broken).hasSize(1);
        }
    }

    @Test
    void where_no_key_was_ever_of_use_that_is_how_it_is() {
        set = "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"secret\",\"k\":\"AA\"}]}";
        for (int i = 0; i < 5; i++) {
            assertThat(keys.named("one")).isEmpty();
        }
        assertThat(keys.named("secret")).hasSize(1);
    }

    /** A token cannot be told good from bad then, and a refusal would sign its bearer out. */
    @Test
    void nobody_is_refused_for_keys_that_could_not_be_fetched() {
        answers = false;
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> keys.named("one"));
        answers = true;
        pass(KeySet.PERIOD);
        assertThat(keys.named("one")).hasSize(1);
        answers = false;
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> keys.named("two"));
    }

    @Test
    void nothing_is_trusted_for_ever() {
        assertThat(keys.named("one")).hasSize(1);
        answers = false;
        pass(KeySet.MAX_AGE.plusSeconds(1));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> keys.named("one"));
    }
}
