package ie.tradsessions.infrastructure.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestsTest {
    private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final LocalServer.Timeouts SHORT =
            new LocalServer.Timeouts(Duration.ofMillis(400), Duration.ofMillis(600), Duration.ofMillis(800));

    @TempDir
    static Path folder;

    private static LocalServer server;

    @BeforeAll
    static void start() throws IOException {
        Path site = Files.createDirectory(folder.resolve("site"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        WebAppPages.copyTo(site);
        Files.writeString(site.resolve("200.html"), "<p>shell</p>");
        Files.writeString(site.resolve("404.html"), "<p>missing</p>");
        server = LocalServer.start(
                0,
                (event, context) -> APIGatewayV2HTTPResponse.builder()
                        .withStatusCode(200)
                        .withHeaders(Map.of("Content-Type", "text/plain"))
                        .withBody("from the function")
                        .build(),
                WebSite.load(site, WebSite.Content.GENERATED),
                SHORT,
                InstantSource.system());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static URI address() {
        return server.address();
    }

    private static String answerTo(String target) throws IOException {
        return RawHttp.exchange(address(), "GET " + target + END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/a/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/.%2E/secret.txt",
                "/%2e%2e%2fsecret.txt",
                "/..%5csecret.txt",
                "/..\\secret.txt",
                "/%2e%2e%00/secret.txt",
                "/secret.txt%00.html",
                "/%c0%ae%c0%ae/secret.txt",
                "/..;/secret.txt",
                "//../secret.txt"
            })
    void no_address_leads_out_of_the_web_app(String target) throws IOException {
        assertThat(answerTo(target)).matches("(?s)HTTP/1\\.1 40[04] .*").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%ff%fe", "/%zz", "/%", "/%4", "/\u00ff\u00fe", "/a b", "/%0d%0aX:1"})
    void an_address_that_is_not_percent_encoded_text_is_a_bad_request(String target) throws IOException {
        assertThat(answerTo(target)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "POST", "OPTIONS", "TRACE", "CONNECT", "get", "BREW", "PROPFIND"})
    void a_method_that_the_web_app_does_not_have_is_refused(String method) throws IOException {
        String answer = RawHttp.exchange(address(), method + " /" + END);

        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD");
    }

    @Test
    void nothing_is_ever_traced_back() throws IOException {
        String headers = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nCookie: secret\r\n\r\n";

        assertThat(RawHttp.exchange(address(), "TRACE /" + headers)).doesNotContain("secret");
        assertThat(RawHttp.exchange(address(), "TRACE /v1/sessions" + headers)).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 300_000, 1_048_576})
    void headers_of_a_megabyte_are_too_large(int length) throws IOException {
        String request = "GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(length) + "\r\n\r\n";

        assertThat(RawHttp.exchange(address(), request)).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void a_thousand_headers_are_too_many() throws IOException {
        assertThat(RawHttp.exchange(address(), "GET / HTTP/1.1\r\nHost: a\r\n" + "X: a\r\n".repeat(1000) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void a_long_address_is_too_long() throws IOException {
        assertThat(answerTo("/v1/sessions?q=" + "a".repeat(9000))).startsWith("HTTP/1.1 414 ");
    }

    @Test
    void a_large_body_is_refused_before_it_is_sent() throws IOException {
        assertThat(RawHttp.exchange(
                        address(), "POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void a_large_body_of_unknown_length_is_refused_on_the_way() throws IOException {
        String chunk = "10000\r\n" + "a".repeat(65_536) + "\r\n";

        assertThat(RawHttp.exchange(
                        address(),
                        "POST /v1/sessions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + chunk.repeat(8)))
                .startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX : spaced\r\n\r\n",
                "POST /v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "POST /v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001 \r\n\r\n",
                "hello\r\n\r\n"
            })
    void what_is_not_a_proper_request_is_a_bad_request(String request) throws IOException {
        assertThat(RawHttp.exchange(address(), request)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void garbage_after_a_request_is_answered_by_itself() throws IOException {
        String answers = RawHttp.exchange(
                address(), "GET /v1/x HTTP/1.1\r\nHost: a\r\n\r\n\u0001\u0002garbage\r\n\r\nmore garbage\r\n\r\n");

        assertThat(answers).startsWith("HTTP/1.1 200 ").contains("from the function");
        assertThat(answers.substring(10)).contains("HTTP/1.1 400 ");
    }

    @Test
    void two_requests_in_one_breath_are_both_answered() throws IOException {
        String answers = RawHttp.exchange(
                address(),
                "GET /v1/x HTTP/1.1\r\nHost: a\r\n\r\nGET /nothing.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answers).startsWith("HTTP/1.1 200 ").contains("HTTP/1.1 404 ");
    }

    @Test
    void random_bytes_get_at_most_a_refusal_and_the_server_goes_on() throws IOException {
        java.util.Random random = new java.util.Random(42);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[1 + random.nextInt(2000)];
            random.nextBytes(noise);
            byte[] request = Arrays.copyOf(noise, noise.length + 4);
            System.arraycopy(new byte[] {'\r', '\n', '\r', '\n'}, 0, request, noise.length, 4);

            assertThat(RawHttp.exchange(address(), request))
                    .doesNotContain("Exception")
                    .doesNotContain("at ie.");
        }

        assertThat(answerTo("/v1/health")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whoever_sends_headers_slowly_is_cut_off() throws Exception {
        assertThat(RawHttp.trickle(address(), "GET / HTTP/1.1\r\nHost: a\r\nX: ", Duration.ofMillis(100)))
                .isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
    }

    @Test
    void whoever_sends_a_body_slowly_is_cut_off() throws Exception {
        String beginning = "POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n";

        assertThat(RawHttp.trickle(address(), beginning, Duration.ofMillis(100)))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
    }

    @Test
    void no_answer_says_what_runs_here() throws IOException {
        assertThat(answerTo("/") + answerTo("/v1/x") + answerTo("/%zz"))
                .doesNotContainIgnoringCase("\nServer:")
                .doesNotContainIgnoringCase("X-Powered-By")
                .doesNotContainIgnoringCase("undertow");
    }

    @Test
    void a_port_that_is_taken_is_told() {
        Assertions.assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> LocalServer.start(
                                address().getPort(),
                                (event, context) -> null,
                                WebSite.none(),
                                SHORT,
                                InstantSource.system())
                        .close());
    }
}
