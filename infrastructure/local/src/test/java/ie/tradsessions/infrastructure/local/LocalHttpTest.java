package ie.tradsessions.infrastructure.local;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.lambda.access.SignIn;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.infrastructure.local.importing.SilentProgress;
import ie.tradsessions.infrastructure.local.server.LocalServer;
import ie.tradsessions.infrastructure.local.server.RawHttp;
import ie.tradsessions.infrastructure.local.server.WebAppPages;
import ie.tradsessions.infrastructure.local.server.WebSite;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP as a client of the whole program sees it, to the letter. */
@Timeout(60)
class LocalHttpTest {
    private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @TempDir
    static Path site;

    private static LocalServer server;
    private static List<Route> routes;

    @BeforeAll
    static void start() throws IOException {
        WebAppPages.copyTo(site);
        Files.writeString(site.resolve("200.html"), "<p>shell</p>");
        Files.writeString(site.resolve("404.html"), "<p>missing</p>");
        Files.writeString(site.resolve("index.html"), "<p>home</p>" + "<p>more</p>".repeat(500));
        LocalApplication application = LocalApplication.on(Store.inMemory(), "test", InstantSource.system());
        application.sampleData().load(new SilentProgress());
        LocalFunctions functions = application.functions(SignIn.off());
        routes = functions.publicRoutes();
        server = LocalServer.start(
                0,
                functions,
                WebSite.load(site, WebSite.Content.GENERATED),
                LocalServer.Timeouts.DEFAULT,
                InstantSource.system());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Answer(String head, String body) {
        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        List<String> headers() {
            return head.lines()
                    .filter(line -> !line.startsWith("Date:"))
                    .sorted()
                    .toList();
        }
    }

    private static Answer answer(String request) throws IOException {
        String[] parts = RawHttp.exchange(server.address(), request).split("\r\n\r\n", 2);
        return new Answer(parts[0], parts[1]);
    }

    private static Answer answer(String method, String target, String encoding) throws IOException {
        return answer(method + " " + target + END.replace("\r\n\r\n", "\r\nAccept-Encoding: " + encoding + "\r\n\r\n"));
    }

    @TestFactory
    Stream<DynamicTest> head_has_the_headers_of_get_and_no_body() throws IOException {
        String id = answer("GET /v1/sessions?limit=1" + END).body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        List<String> targets = new ArrayList<>(List.of(
                "/",
                "/index.html",
                "/nothing",
                "/nothing.txt",
                "/v1",
                "/v1/nothing",
                "/v1/sessions?limit=0",
                "/%zz",
                "/v1/%zz",
                "/v1/sessions?q=100%",
                "/v1/sessions?q=" + "a".repeat(5000),
                "/" + "a".repeat(5000)));
        routes.forEach(route -> targets.add(route.template().replace("{id}", id).replace("{geohash}", "gc")));
        return targets.stream()
                .flatMap(target -> Stream.of("identity", "gzip")
                        .map(encoding -> DynamicTest.dynamicTest(encoding + " " + target, () -> {
                            Answer get = answer("GET", target, encoding);
                            Answer head = answer("HEAD", target, encoding);
                            assertThat(head.headers()).isEqualTo(get.headers());
                            assertThat(get.head()).contains("Content-Length: ").doesNotContain("Content-Length: 0");
                            assertThat(head.body()).isEmpty();
                            assertThat(get.body()).isNotEmpty();
                        })));
    }

    private static void isProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.head()).isEqualTo(status);
        assertThat(answer.head())
                .contains("Content-Type: application/problem+json", "Cache-Control: ", "Vary: Accept-Encoding")
                .contains(
                        "X-Content-Type-Options: nosniff",
                        "Content-Length: " + answer.body().length());
        assertThat(answer.body()).startsWith("{\"type\":\"/problems/").contains("\"status\":" + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=100%",
                "q=%zz",
                "q=%4",
                "q=%",
                "q=%u0041",
                "q=%c0%ae",
                "q=%ed%a0%80",
                "q=%00",
                "q=%0a",
                "q=\u00ed",
                "q=a|b%",
                "q=a&q=%ff",
                "q=\u0001"
            })
    void a_malformed_query_gets_a_problem_that_names_its_parameter(String query) throws IOException {
        Answer answer = answer("GET /v1/sessions?" + query + END);

        isProblem(answer, 400);
        assertThat(answer.body()).contains("{\"field\":\"q\",\"reason\":\"must be ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/sess%zz",
                "GET /v1/%",
                "GET /v1/sessions/%ff",
                "GET /v1/sessions/%00",
                "GET /v1/sessions?%zz=1",
                "GET /v1/sessions?q=<a>",
                "GET /v1/sessions#a",
                "GET /v1/a b",
                "GET /v1\\sessions",
                "GET http://localhost/v1/sessions?q=%",
                "POST /v1/sessions?q=%"
            })
    void a_malformed_address_gets_a_problem(String request) throws IOException {
        Answer answer = answer(request + END);

        if (request.contains("\\")) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("400 Bad Request\n");
        } else {
            isProblem(answer, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/health HTTP/1.1\r\n\r\n",
                "GET /v1/health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /v1/health HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n",
                "POST /v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"
            })
    void what_is_not_a_proper_request_gets_a_problem(String request) throws IOException {
        isProblem(answer(request), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/sessions?q=", "/v1/sessions?", "/v1/", "/v1/nothing?q=", "/v1/sessions?q=%", "/v1/sessions/"
            })
    void an_address_that_is_too_long_gets_a_problem(String beginning) throws IOException {
        for (int length : List.of(4_097, 5_000, 9_000, 100_000)) {
            isProblem(answer("GET " + beginning + "a".repeat(length) + END), 414);
            isProblem(answer("GET " + beginning + "a&".repeat(length) + END), 414);
        }
    }

    /** The server has answered long before the last of them has come. */
    @Test
    void who_still_sends_when_refused_reads_the_refusal() throws IOException {
        for (int megabytes : List.of(1, 2, 4)) {
            isProblem(answer("GET /v1/sessions?q=%zz" + "a".repeat(megabytes << 20) + END), 414);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "TRACE", "CONNECT", "get", "POST", "PUT", "PATCH", "DELETE", "PROPFIND"})
    void a_method_that_the_api_does_not_have_gets_a_problem_with_those_that_it_has(String method) throws IOException {
        Answer answer = answer(method + " /v1/counties" + END);

        isProblem(answer, 405);
        assertThat(answer.head()).contains("Allow: GET, HEAD, OPTIONS");
    }

    @Test
    void what_is_too_large_gets_a_problem() throws IOException {
        String get = "GET /v1/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
        String post = "POST /v1/sessions HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
        String chunk = "10000\r\n" + "a".repeat(65_536) + "\r\n";

        isProblem(answer(get + "X: " + "a".repeat(20_000) + "\r\n\r\n"), 431);
        isProblem(answer(get + "X: a\r\n".repeat(101) + "\r\n"), 431);
        isProblem(answer(get + "X: a\r\n".repeat(20_000) + "\r\n"), 431);
        isProblem(answer(post + "Content-Length: 999999999\r\n\r\n"), 413);
        isProblem(answer(post + "Content-Length: 100000\r\n\r\n" + "a".repeat(100_000)), 413);
        isProblem(answer(post + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(8)), 413);
    }

    @Test
    void a_body_or_an_expectation_that_nobody_asked_for_is_ignored() throws IOException {
        String get = "GET /v1/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";

        assertThat(answer(get + "Content-Length: 5\r\n\r\nhello").status()).isEqualTo(200);
        assertThat(answer(get + "Expect: tea\r\n\r\n").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%zz", "GET /?q=100%", "GET /a b", "GET v1", "FOO /", "hello", "\u0001\u0002"})
    void a_refusal_outside_the_api_has_a_body_too(String request) throws IOException {
        Answer answer = answer(request + END);

        assertThat(answer.status()).isIn(400, 405);
        assertThat(answer.head()).contains("Content-Type: text/plain");
        assertThat(answer.body()).startsWith(answer.status() + " ");
    }

    @Test
    void a_malformed_request_is_answered_after_a_good_one_on_the_same_connection() throws IOException {
        String answers = RawHttp.exchange(
                server.address(),
                "GET /v1/health HTTP/1.1\r\nHost: a\r\n\r\nGET /v1/sessions?q=% HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answers)
                .startsWith("HTTP/1.1 200 ")
                .contains("HTTP/1.1 400 Bad Request")
                .endsWith("\n");
    }
}
