package ie.tradsessions.adapters.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.TestRequest;
import ie.tradsessions.adapters.lambda.TestSessions;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RequestLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("ie.tradsessions");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final PublicHandler handler = new TestSessions().handler();

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void every_request_leaves_one_line() {
        var response = TestRequest.get("/v1/sessions/" + TestSessions.THURSDAYS).sentTo(handler);
        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.getFirst().getLevel()).isEqualTo(Level.INFO);
        Map<String, Object> line = fields(lines.list.getFirst());
        assertThat(line)
                .containsOnlyKeys("route", "method", "status", "milliseconds", "requestId", "cold", "bytes")
                .containsEntry("route", "/v1/sessions/{id}")
                .containsEntry("method", "GET")
                .containsEntry("status", 200)
                .containsEntry("requestId", "Kf3aXh7wDoEEPXg=")
                .containsEntry("bytes", response.getBody().getBytes(StandardCharsets.UTF_8).length);
        assertThat(line.get("milliseconds")).isInstanceOf(Double.class);
    }

    @Test
    void only_the_first_request_is_cold() {
        TestRequest.get("/v1/health").sentTo(handler);
        TestRequest.get("/v1/health").sentTo(handler);
        assertThat(lines.list).extracting(line -> fields(line).get("cold")).containsExactly(true, false);
    }

    @Test
    void a_response_from_the_cache_leaves_a_line_too() {
        TestSessions sessions = new TestSessions();
        PublicHandler caching = sessions.handler(
                new ResponseCache(() -> 1, InstantSource.fixed(TestSessions.NOW), ResponseCache.DEFAULT_MAX_BYTES),
                () -> {});
        TestRequest.get("/v1/sessions").sentTo(caching);
        TestRequest.get("/v1/sessions").sentTo(caching);
        assertThat(lines.list).hasSize(2);
        assertThat(fields(lines.list.getLast()).get("bytes"))
                .isEqualTo(fields(lines.list.getFirst()).get("bytes"));
    }

    @Test
    void nothing_tells_who_asked_or_from_where() {
        for (String address : List.of(
                "/v1/sessions?near=53.0161,-9.3771&q=o%27hanlon",
                "/v1/sessions?near=53.0161,-9.3771&wrong=53.0161",
                "/v1/53.0161,-9.3771",
                "/v1/areas/gc3x1z",
                "/v1/venues?near=53.0161,-9.3771")) {
            TestRequest.get(address).withHeader("cookie", "me=Aoife").sentTo(handler);
        }
        TestRequest.get("/v1/sessions").withMethod("53.0161").sentTo(handler);
        assertThat(lines.list)
                .hasSize(6)
                .allSatisfy(line -> assertThat(
                                line.getFormattedMessage() + line.getKeyValuePairs() + line.getMDCPropertyMap())
                        .doesNotContain(
                                "53.0161", "9.3771", "hanlon", "gc3x1z", "203.0.113.9", "a phone", "Aoife", "wrong"));
    }

    @Test
    void a_failure_is_logged_once_with_its_trace() {
        PublicHandler broken = new TestSessions().handler(() -> {
            throw new IllegalStateException("out of order");
        });
        TestRequest.get("/v1/sessions").sentTo(broken);
        assertThat(lines.list).hasSize(1);
        ILoggingEvent line = lines.list.getFirst();
        assertThat(line.getLevel()).isEqualTo(Level.ERROR);
        assertThat(line.getThrowableProxy().getMessage()).isEqualTo("out of order");
        assertThat(fields(line)).containsEntry("status", 500).containsEntry("requestId", "Kf3aXh7wDoEEPXg=");
    }

    @Test
    void a_request_without_a_route_is_logged_too() {
        TestRequest.get("/nothing").sentTo(handler);
        assertThat(fields(lines.list.getFirst())).containsEntry("route", "none").containsEntry("status", 404);
    }

    private static Map<String, Object> fields(ILoggingEvent line) {
        return line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }
}
