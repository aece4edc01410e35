package ie.tradsessions.infrastructure.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-24T21:30:00Z");

    private final BlockingQueue<APIGatewayV2HTTPEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Context> contexts = new LinkedBlockingQueue<>();
    private volatile Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> answer = event -> ok("{}");
    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.start(
                0,
                (event, context) -> {
                    events.add(event);
                    contexts.add(context);
                    return answer.apply(event);
                },
                WebSite.none(),
                LocalServer.Timeouts.DEFAULT,
                () -> NOW);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static APIGatewayV2HTTPResponse ok(String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("Content-Type", "application/json"))
                .withBody(body)
                .build();
    }

    private APIGatewayV2HTTPEvent eventOf(String request) throws Exception {
        RawHttp.exchange(server.address(), request);
        return events.poll(5, TimeUnit.SECONDS);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.address().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void an_event_says_what_the_client_said() throws Exception {
        APIGatewayV2HTTPEvent event = eventOf("""
                GET /v1/venues/%C3%A9;a=b?q=tigh+choil%C3%AD&day=MONDAY&day=FRIDAY&x HTTP/1.1\r
                Host: localhost\r
                User-Agent: somebody\r
                Accept-Encoding: gzip\r
                Accept-Encoding: br\r
                Cookie: a=1; b=2\r
                Connection: close\r
                \r
                """);

        assertThat(event.getVersion()).isEqualTo("2.0");
        assertThat(event.getRawPath()).isEqualTo("/v1/venues/%C3%A9;a=b");
        assertThat(event.getRawQueryString()).isEqualTo("q=tigh+choil%C3%AD&day=MONDAY&day=FRIDAY&x");
        assertThat(event.getHeaders())
                .containsEntry("host", "localhost")
                .containsEntry("accept-encoding", "gzip,br")
                .doesNotContainKey("cookie");
        assertThat(event.getCookies()).containsExactly("a=1", "b=2");
        assertThat(event.getBody()).isNull();
        assertThat(event.getIsBase64Encoded()).isFalse();
        var http = event.getRequestContext().getHttp();
        assertThat(http.getMethod()).isEqualTo("GET");
        assertThat(http.getPath()).isEqualTo("/v1/venues/%C3%A9;a=b");
        assertThat(http.getProtocol()).isEqualTo("HTTP/1.1");
        assertThat(http.getSourceIp()).isEqualTo("127.0.0.1");
        assertThat(http.getUserAgent()).isEqualTo("somebody");
        assertThat(event.getRequestContext().getTimeEpoch()).isEqualTo(NOW.toEpochMilli());
        assertThat(event.getRequestContext().getTime()).isEqualTo("24/Nov/2026:21:30:00 +0000");
        assertThat(contexts.take().getAwsRequestId())
                .isEqualTo(event.getRequestContext().getRequestId());
    }

    @Test
    void every_request_has_its_own_id() throws Exception {
        get("/v1/health");
        get("/v1/health");

        assertThat(events.take().getRequestContext().getRequestId())
                .isNotEqualTo(events.take().getRequestContext().getRequestId());
    }

    @Test
    void a_body_of_text_stays_text_and_another_is_base64() throws Exception {
        String post =
                "POST /v1/sessions HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: 3\r\n\r\nab\u00ff";

        APIGatewayV2HTTPEvent text = eventOf(post.formatted("application/json").replace("ab\u00ff", "{ }"));
        APIGatewayV2HTTPEvent bytes = eventOf(post.formatted("image/png"));

        assertThat(text.getBody()).isEqualTo("{ }");
        assertThat(text.getIsBase64Encoded()).isFalse();
        assertThat(bytes.getIsBase64Encoded()).isTrue();
        assertThat(Base64.getDecoder().decode(bytes.getBody())).containsExactly('a', 'b', 0xff);
    }

    @Test
    void a_client_that_waits_for_leave_to_send_its_body_gets_it() throws Exception {
        String request = "POST /v1/sessions HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\n"
                + "Content-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

        assertThat(RawHttp.exchange(server.address(), request)).contains("HTTP/1.1 200 ");
        assertThat(events.take().getBody()).isEqualTo("hello");
    }

    @Test
    void a_response_goes_back_whole() throws Exception {
        byte[] bytes = {0, 1, 2, (byte) 0xff};
        answer = event -> APIGatewayV2HTTPResponse.builder()
                .withStatusCode(418)
                .withHeaders(Map.of("ETag", "\"x\""))
                .withMultiValueHeaders(Map.of("Link", List.of("<a>", "<b>")))
                .withCookies(List.of("c=1", "d=2"))
                .withBody(Base64.getEncoder().encodeToString(bytes))
                .withIsBase64Encoded(true)
                .build();

        HttpResponse<byte[]> response = get("/v1/anything");

        assertThat(response.statusCode()).isEqualTo(418);
        assertThat(response.body()).isEqualTo(bytes);
        assertThat(response.headers().firstValue("ETag")).contains("\"x\"");
        assertThat(response.headers().allValues("Link")).containsExactly("<a>", "<b>");
        assertThat(response.headers().allValues("Set-Cookie")).containsExactly("c=1", "d=2");
    }

    @Test
    void problem_documents_come_from_the_function_too() throws Exception {
        get("/problems/not-found");
        get("/v1");

        assertThat(events.take().getRawPath()).isEqualTo("/problems/not-found");
        assertThat(events.take().getRawPath()).isEqualTo("/v1");
    }

    @Test
    void a_failure_says_nothing_about_itself() throws Exception {
        answer = event -> {
            throw new IllegalStateException("secret");
        };

        HttpResponse<byte[]> response = get("/v1/anything");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .startsWith("{\"type\":\"/problems/server-error\"")
                .doesNotContain("secret");
    }

    @Test
    void what_is_under_way_is_finished_before_the_server_ends() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        answer = event -> {
            arrived.countDown();
            try {
                assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ok("\"finished\"");
        };
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> response = client.sendAsync(
                    HttpRequest.newBuilder(server.address().resolve("/v1/slow")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> ended = CompletableFuture.runAsync(server::close);
            goOn.countDown();

            assertThat(response.get(10, TimeUnit.SECONDS).body()).isEqualTo("\"finished\"");
            ended.get(10, TimeUnit.SECONDS);
        }
    }
}
