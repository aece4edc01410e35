package ie.tradsessions.infrastructure.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebSiteTest {
    private static final String LONG = "body { color: green }\n".repeat(200);

    @TempDir
    Path folder;

    private LocalServer server;
    private HttpClient client;

    @BeforeEach
    void generate() throws IOException {
        WebAppPages.copyTo(folder);
        write("200.html", "<html>shell</html>");
        write("404.html", "<html>no such page</html>");
        write("index.html", "<html>home with samples</html>");
        write("about/index.html", "<html>about</html>");
        write("counties/index.html", "<html>counties with samples</html>");
        write("counties/clare/index.html", "<html>clare with samples</html>");
        write("_nuxt/entry.abc123.css", LONG);
        write("_nuxt/entry.abc123.js", "export {}");
        write("_nuxt/builds/latest.json", "{}");
        write("fonts/besley.woff2", "font");
        write("favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        write("robots.txt", "User-agent: *");
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        client.close();
        if (server != null) {
            server.close();
        }
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void serve(WebSite.Content content) throws IOException {
        server = LocalServer.start(
                0,
                (event, context) ->
                        APIGatewayV2HTTPResponse.builder().withStatusCode(200).build(),
                WebSite.load(folder, content),
                LocalServer.Timeouts.DEFAULT,
                InstantSource.system());
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/_nuxt/entry.abc123.css, text/css; charset=utf-8",
        "/_nuxt/entry.abc123.js, text/javascript; charset=utf-8",
        "/_nuxt/builds/latest.json, application/json",
        "/fonts/besley.woff2, font/woff2",
        "/favicon.svg, image/svg+xml",
        "/robots.txt, text/plain; charset=utf-8"
    })
    void every_file_has_its_type(String path, String type) throws Exception {
        serve(WebSite.Content.GENERATED);

        HttpResponse<byte[]> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo(type);
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Accept-Ranges")).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "/, home with samples",
        "/about, about",
        "/counties, counties with samples",
        "/counties/clare, clare with samples",
        "/sessions/0123456789abcdef, shell",
        "/venues/0123456789abcdef, shell",
        "/sessions/anything?from=here, shell"
    })
    void every_page_of_the_app_has_a_clean_address(String path, String content) throws Exception {
        serve(WebSite.Content.GENERATED);

        HttpResponse<byte[]> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(text(response)).contains(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/counties", "/counties/clare"})
    void pages_with_samples_in_them_are_not_shown_where_the_store_holds_something_else(String path) throws Exception {
        serve(WebSite.Content.FROM_API);

        assertThat(text(get(path))).contains("shell").doesNotContain("samples");
        assertThat(text(get("/about"))).contains("about");
        assertThat(get("/counties/nowhere").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/counties/nowhere", "/sessions", "/sessions/a/b", "/200", "/404", "//about"})
    void an_address_that_the_app_does_not_have_is_missing_and_says_so_kindly(String path) throws Exception {
        serve(WebSite.Content.GENERATED);

        HttpResponse<byte[]> response =
                get("http://localhost:" + server.address().getPort() + path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(text(response)).contains("no such page");
        assertThat(header(response, "ETag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.js",
                "/_nuxt/gone",
                "/_nuxt/old.123.css",
                "/sessions/x.map",
                "/200.html",
                "/pages.json",
                "/.env"
            })
    void a_file_that_is_not_there_is_missing_and_no_page_stands_in_for_it(String path) throws Exception {
        serve(WebSite.Content.GENERATED);

        HttpResponse<byte[]> response = get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(text(response)).isEqualTo("404 Not Found\n");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_slash_at_the_end_leads_to_the_address_without_it() throws Exception {
        serve(WebSite.Content.GENERATED);

        HttpResponse<byte[]> response = get("/counties/clare/?day=MONDAY");

        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(header(response, "Location")).isEqualTo("/counties/clare?day=MONDAY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "//evil.example//", "/%2F/evil.example/"})
    void no_address_leads_to_another_host(String path) throws Exception {
        serve(WebSite.Content.GENERATED);

        assertThat(RawHttp.exchange(
                        server.address(), "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1\\.1 40[04] .*")
                .doesNotContain("Location");
    }

    @Test
    void what_has_a_hash_in_its_name_is_kept_for_a_year_and_pages_are_asked_for_again() throws Exception {
        serve(WebSite.Content.GENERATED);

        assertThat(header(get("/_nuxt/entry.abc123.css"), "Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(get("/_nuxt/builds/latest.json"), "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(get("/"), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void what_a_client_has_already_is_not_sent_again() throws Exception {
        serve(WebSite.Content.GENERATED);
        String plain = header(get("/_nuxt/entry.abc123.css"), "ETag");
        String gzip = header(get("/_nuxt/entry.abc123.css", "Accept-Encoding", "gzip"), "ETag");

        HttpResponse<byte[]> again = get("/_nuxt/entry.abc123.css", "If-None-Match", "\"other\", " + plain);

        assertThat(plain).matches("\"[^\"]+\"").isNotEqualTo(gzip);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(plain);
        assertThat(get("/_nuxt/entry.abc123.css", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(get("/_nuxt/entry.abc123.css", "If-None-Match", gzip, "Accept-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void those_who_take_it_get_gzip() throws Exception {
        serve(WebSite.Content.GENERATED);

        HttpResponse<byte[]> response = get("/_nuxt/entry.abc123.css", "Accept-Encoding", "br, gzip;q=0.8");
        HttpResponse<byte[]> refused = get("/_nuxt/entry.abc123.css", "Accept-Encoding", "gzip;q=0");

        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(response, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.body().length).isLessThan(LONG.length() / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes())
                .isEqualTo(LONG.getBytes(StandardCharsets.UTF_8));
        assertThat(header(refused, "Content-Encoding")).isEmpty();
        assertThat(text(refused)).isEqualTo(LONG);
    }

    @Test
    void head_tells_all_but_the_content() throws Exception {
        serve(WebSite.Content.GENERATED);

        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(server.address().resolve("/robots.txt"))
                        .HEAD()
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Length")).isEqualTo("13");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sessions/x", "/nowhere", "/_nuxt/entry.abc123.js", "/favicon.svg"})
    void no_page_runs_a_script_that_is_not_a_file_of_ours(String path) throws Exception {
        serve(WebSite.Content.GENERATED);

        HttpResponse<byte[]> response = get(path);

        assertThat(header(response, "Content-Security-Policy").split("; "))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'")
                .noneMatch(directive -> directive.contains("unsafe"));
        assertThat(header(response, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(header(response, "Permissions-Policy")).startsWith("geolocation=(self), ");
        assertThat(header(response, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(response, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @Test
    void a_server_without_https_does_not_ask_for_it() throws Exception {
        serve(WebSite.Content.GENERATED);

        assertThat(get("/").headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void a_folder_that_holds_no_web_app_is_refused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatExceptionOfType(UnusableWebApp.class)
                .isThrownBy(() -> WebSite.load(empty, WebSite.Content.GENERATED))
                .withMessageContaining("200.html");
        assertThatExceptionOfType(UnusableWebApp.class)
                .isThrownBy(() -> WebSite.load(empty.resolve("none"), WebSite.Content.GENERATED))
                .withMessageContaining("there is no such folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"generatedWithData\": [\"/\"]}", "{\"renderedInBrowser\": {}}"})
    void a_web_app_that_does_not_say_which_pages_it_has_is_refused(String pages) throws IOException {
        write("pages.json", pages);

        assertThatExceptionOfType(UnusableWebApp.class)
                .isThrownBy(() -> WebSite.load(folder, WebSite.Content.GENERATED))
                .withMessageContaining("pages.json");
    }

    @Test
    void what_links_out_of_the_folder_is_not_served() throws Exception {
        Path outside = Files.writeString(folder.resolveSibling(folder.getFileName() + "-secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("link.txt"), outside);
        serve(WebSite.Content.GENERATED);

        assertThat(get("/link.txt").statusCode()).isEqualTo(404);
        Files.delete(outside);
    }
}
