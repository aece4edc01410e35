package ie.tradsessions.adapters.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.TestRequest;
import ie.tradsessions.adapters.lambda.TestSessions;
import ie.tradsessions.application.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public function with a cache of responses. */
class CachedResponsesTest {
    private static final String APP = "https://app.example";

    private final TestSessions sessions = new TestSessions();
    private Instant now = TestSessions.NOW;
    private long version = 1;
    private int lookups;
    private final PublicHandler caching = caching(() -> lookups++);

    private PublicHandler caching(Runnable lookup) {
        return sessions.handler(
                new ResponseCache(() -> version, () -> now, ResponseCache.DEFAULT_MAX_BYTES), lookup, APP);
    }

    static Stream<TestRequest> requests() {
        List<TestRequest> requests = new ArrayList<>();
        for (String address : List.of(
                "/v1/sessions",
                "/v1/sessions?limit=2",
                "/v1/sessions?day=THURSDAY&day=TUESDAY&limit=1",
                "/v1/sessions?day=TUESDAY&limit=1&day=THURSDAY",
                "/v1/sessions?near=53.0,-9.3",
                "/v1/sessions?q=nothingofthekind",
                "/v1/sessions?limit=x",
                "/v1/sessions?q=%ff",
                "/v1/areas/gc?limit=1",
                "/v1/areas/gca",
                "/v1/venues?q=tigh",
                "/v1/counties",
                "/v1/openapi.json",
                "/v1/export?limit=2",
                "/v1/health",
                "/v1/sessions/" + TestSessions.THURSDAYS,
                "/v1/sessions/0000000000000000",
                "/v1/nothing")) {
            for (String method : List.of("GET", "HEAD", "OPTIONS", "POST")) {
                TestRequest request = TestRequest.get(address).withMethod(method);
                requests.add(request);
                requests.add(request.withHeader("accept-encoding", "gzip"));
                requests.add(request.withHeader("accept-encoding", "gzip;q=0"));
                requests.add(request.withHeader("if-none-match", "*"));
                requests.add(request.withHeader("if-none-match", "\"another\""));
                requests.add(request.withHeader("origin", APP));
                requests.add(
                        request.withHeader("origin", "https://evil.example").withHeader("accept-encoding", "br, gzip"));
            }
        }
        return requests.stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_response_is_the_same_with_and_without_the_cache(TestRequest request) {
        APIGatewayV2HTTPResponse expected = request.sentTo(sessions.handler(APP));
        for (int i = 0; i < 3; i++) {
            assertThat(request.sentTo(caching)).usingRecursiveComparison().isEqualTo(expected);
        }
        String tag = expected.getHeaders().getOrDefault("ETag", "\"none\"");
        TestRequest again = request.withHeader("if-none-match", tag);
        assertThat(again.sentTo(caching)).usingRecursiveComparison().isEqualTo(again.sentTo(sessions.handler(APP)));
    }

    /** One handler sees all of them, so that none gets what belongs to another. */
    @Test
    void many_different_requests_do_not_get_in_each_others_way() {
        PublicHandler plain = sessions.handler(APP);
        for (int i = 0; i < 2; i++) {
            requests()
                    .forEach(request -> assertThat(request.sentTo(caching))
                            .as(request.toString())
                            .usingRecursiveComparison()
                            .isEqualTo(request.sentTo(plain)));
        }
    }

    @Test
    void the_same_list_is_looked_up_once() {
        TestRequest request = TestRequest.get("/v1/sessions?county=clare&limit=2");
        String tag = request.sentTo(caching).getHeaders().get("ETag");
        request.sentTo(caching);
        request.withMethod("HEAD").sentTo(caching);
        request.withHeader("if-none-match", tag).sentTo(caching);
        request.withHeader("origin", APP).sentTo(caching);
        TestRequest.get("/v1/sessions?limit=2&&county=%63lare").sentTo(caching);
        assertThat(lookups).isEqualTo(1);
    }

    @Test
    void each_encoding_is_looked_up_once() {
        for (int i = 0; i < 2; i++) {
            TestRequest.get("/v1/sessions").sentTo(caching);
            TestRequest.get("/v1/sessions")
                    .withHeader("accept-encoding", "gzip")
                    .sentTo(caching);
            TestRequest.get("/v1/sessions")
                    .withHeader("accept-encoding", "br, gzip")
                    .sentTo(caching);
        }
        assertThat(lookups).isEqualTo(2);
    }

    @Test
    void a_response_holds_until_the_content_changes() {
        TestRequest.get("/v1/areas/gc").sentTo(caching);
        version = 2;
        TestRequest.get("/v1/areas/gc").sentTo(caching);
        TestRequest.get("/v1/areas/gc").sentTo(caching);
        assertThat(lookups).isEqualTo(2);
    }

    @Test
    void a_response_holds_until_the_minute_ends() {
        TestRequest.get("/v1/sessions").sentTo(caching);
        now = TestSessions.NOW.plusMillis(59_999);
        TestRequest.get("/v1/sessions").sentTo(caching);
        assertThat(lookups).isEqualTo(1);
        now = TestSessions.NOW.plusSeconds(60);
        TestRequest.get("/v1/sessions").sentTo(caching);
        assertThat(lookups).isEqualTo(2);
    }

    @Test
    void what_was_made_while_the_content_changed_is_not_used_again() {
        PublicHandler changing = caching(() -> {
            version++;
            lookups++;
        });
        TestRequest.get("/v1/sessions").sentTo(changing);
        TestRequest.get("/v1/sessions").sentTo(changing);
        assertThat(lookups).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/sessions?near=53.0,-9.3", "/v1/sessions?near=53.0,-9.3&sort=distance"})
    void the_response_to_a_position_is_not_kept(String address) {
        TestRequest.get(address).sentTo(caching);
        TestRequest.get(address).sentTo(caching);
        assertThat(lookups).isEqualTo(2);
    }

    @Test
    void a_failure_is_not_kept() {
        PublicHandler failing = caching(() -> {
            if (lookups++ == 0) {
                throw new StorageUnavailable(Duration.ofSeconds(1), new IllegalStateException("throttled"));
            }
        });
        assertThat(TestRequest.get("/v1/sessions").sentTo(failing).getStatusCode())
                .isEqualTo(503);
        assertThat(TestRequest.get("/v1/sessions").sentTo(failing).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void where_the_version_of_the_content_cannot_be_told_the_response_is_503() {
        PublicHandler unavailable = sessions.handler(
                new ResponseCache(
                        () -> {
                            throw new StorageUnavailable(Duration.ofSeconds(1), new IllegalStateException("throttled"));
                        },
                        () -> now,
                        ResponseCache.DEFAULT_MAX_BYTES),
                () -> lookups++);
        assertThat(TestRequest.get("/v1/sessions").sentTo(unavailable).getStatusCode())
                .isEqualTo(503);
        assertThat(TestRequest.get("/v1/health").sentTo(unavailable).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void without_a_cache_every_request_is_looked_up() {
        PublicHandler plain = sessions.handler(() -> lookups++);
        TestRequest.get("/v1/sessions").sentTo(plain);
        TestRequest.get("/v1/sessions").sentTo(plain);
        assertThat(lookups).isEqualTo(2);
    }

    @Test
    void only_lists_counts_and_the_document_are_cacheable() {
        assertThat(caching.routes().stream().filter(Route::cacheable).map(Route::key))
                .containsExactlyInAnyOrder(
                        "GET /v1/sessions",
                        "GET /v1/areas/{geohash}",
                        "GET /v1/venues",
                        "GET /v1/counties",
                        "GET /v1/openapi.json");
    }
}
