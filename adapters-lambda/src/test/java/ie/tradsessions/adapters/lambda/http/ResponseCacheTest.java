package ie.tradsessions.adapters.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ResponseCacheTest {
    private static final int MAX_BYTES = 100_000;

    private final ResponseCache cache =
            new ResponseCache(() -> 1, InstantSource.fixed(Instant.parse("2026-11-24T20:00:00Z")), MAX_BYTES);

    @Test
    void all_responses_together_stay_within_the_limit() {
        for (int i = 0; i < 100; i++) {
            keep("key " + i, 10_000);
            assertThat(cache.bytes()).isBetween(1L, (long) MAX_BYTES);
        }
    }

    @Test
    void the_least_recently_used_makes_room() {
        keep("a", 10_000);
        keep("b", 10_000);
        keep("c", 10_000);
        keep("d", 10_000);
        assertThat(cache.find("a", cache.now())).isPresent();
        keep("e", 10_000);
        assertThat(cache.find("a", cache.now())).isPresent();
        assertThat(cache.find("b", cache.now())).isEmpty();
    }

    @Test
    void one_that_is_larger_than_the_limit_is_not_kept_and_drives_none_out() {
        keep("a", 10_000);
        keep("b", MAX_BYTES);
        assertThat(cache.find("b", cache.now())).isEmpty();
        assertThat(cache.find("a", cache.now())).isPresent();
    }

    @Test
    void one_that_is_kept_again_counts_once() {
        keep("a", 10_000);
        long bytes = cache.bytes();
        keep("a", 10_000);
        assertThat(cache.bytes()).isEqualTo(bytes);
    }

    @Test
    void those_of_another_moment_are_dropped() {
        keep("a", 10_000);
        long bytes = cache.bytes();
        ResponseCache.Moment later = new ResponseCache.Moment(2, cache.now().minute());
        assertThat(cache.find("a", later)).isEmpty();
        cache.keep("b", later, response(10_000));
        assertThat(cache.bytes()).isEqualTo(bytes);
        assertThat(cache.find("a", cache.now())).isEmpty();
    }

    @Property
    void different_requests_have_different_keys(
            @ForAll @Size(max = 3) Map<String, @Size(min = 1, max = 2) List<String>> one,
            @ForAll @Size(max = 3) Map<String, @Size(min = 1, max = 2) List<String>> other) {
        if (!one.equals(other) && encodable(one) && encodable(other)) {
            assertThat(request(one).fingerprint()).isNotEqualTo(request(other).fingerprint());
        }
    }

    @Test
    void what_looks_like_several_parameters_is_one() {
        assertThat(request(Map.of("q", List.of("x&town=y"))).fingerprint())
                .isNotEqualTo(
                        request(Map.of("q", List.of("x"), "town", List.of("y"))).fingerprint());
        assertThat(request(Map.of("day", List.of("a", "b"))).fingerprint())
                .isNotEqualTo(request(Map.of("day", List.of("a, b"))).fingerprint());
    }

    @Test
    void pages_of_one_list_have_its_fingerprint_and_keys_of_their_own() {
        Request first = request(Map.of("q", List.of("x")));
        Request second = request(Map.of("q", List.of("x"), "cursor", List.of("y"), "limit", List.of("5")));
        assertThat(second.listFingerprint()).isEqualTo(first.listFingerprint());
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
    }

    /** Lone surrogates never come out of a query, and are no text that could be encoded. */
    private static boolean encodable(Map<String, List<String>> query) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(query.toString());
    }

    private void keep(String key, int length) {
        cache.keep(key, cache.now(), response(length));
    }

    private static Representation response(int length) {
        return Representation.of(Response.json(new byte[length], Caching.LIST), false);
    }

    private static Request request(Map<String, List<String>> query) {
        HttpRequest received = new HttpRequest("GET", "/v1/sessions", "", Map.of(), List.of(), "", false, "1");
        return new Request(received, "findSessions", Map.of(), query, new byte[0], null);
    }
}
