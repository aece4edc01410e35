package ie.tradsessions.adapters.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.TestRequest;
import ie.tradsessions.adapters.lambda.TestSessions;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP itself asks for, the same on every route. */
class HttpTest {
    private static final String APP = "https://app.example";

    private final PublicHandler handler = new TestSessions().handler();

    @Nested
    class A_condition {
        private final String tag =
                TestRequest.get("/v1/sessions").sentTo(handler).getHeaders().get("ETag");

        @Test
        void on_what_the_client_holds_is_answered_without_a_body() {
            var response = TestRequest.get("/v1/sessions")
                    .withHeader("if-none-match", tag)
                    .sentTo(handler);
            assertThat(response.getStatusCode()).isEqualTo(304);
            assertThat(response.getBody()).isEmpty();
            assertThat(response.getHeaders())
                    .containsEntry("ETag", tag)
                    .containsKeys("Cache-Control", "Vary")
                    .doesNotContainKeys("Content-Type", "Content-Encoding");
        }

        @Test
        void may_list_several_tags() {
            String strong = tag.substring(2);
            for (String condition :
                    new String[] {"*", "\"a\", " + tag, tag + ",\"b\"", strong, "W/\"x,y\" ,\t" + strong, ", ," + tag
                    }) {
                assertThat(TestRequest.get("/v1/sessions")
                                .withHeader("if-none-match", condition)
                                .sentTo(handler)
                                .getStatusCode())
                        .as(condition)
                        .isEqualTo(304);
            }
        }

        @Test
        void on_something_else_gets_the_whole_answer() {
            for (String condition : new String[] {"", "\"a\"", "a", tag.replace("\"", ""), "\"*\"", "w/" + tag}) {
                assertThat(TestRequest.get("/v1/sessions")
                                .withHeader("if-none-match", condition)
                                .sentTo(handler)
                                .getStatusCode())
                        .as(condition)
                        .isEqualTo(200);
            }
        }

        @Test
        void holds_compressed_or_not() {
            var packed = TestRequest.get("/v1/sessions")
                    .withHeader("accept-encoding", "gzip")
                    .sentTo(handler);
            assertThat(packed.getIsBase64Encoded()).isTrue();
            assertThat(packed.getHeaders()).containsEntry("ETag", tag);
        }

        /** The lines of a page stay as they are when another page is added after it. */
        @Test
        void sees_that_only_the_link_to_the_next_page_differs() {
            byte[] lines = {1, 2, 3};
            assertThat(EntityTag.of(lines, Map.of("Link", "</next>"))).isNotEqualTo(EntityTag.of(lines, Map.of()));
            var last = TestRequest.get("/v1/export?limit=2")
                    .withHeader("if-none-match", "*")
                    .sentTo(handler);
            assertThat(last.getHeaders()).doesNotContainKey("Link");
        }

        @Test
        void tells_two_answers_apart() {
            assertThat(TestRequest.get("/v1/sessions?limit=1").sentTo(handler).getHeaders())
                    .doesNotContainEntry("ETag", tag);
        }
    }

    @Nested
    class Compression_ {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "gzip",
                    "GZIP",
                    "br, gzip",
                    "gzip;q=0.5",
                    "*",
                    "deflate, *;q=0.1",
                    "x-gzip",
                    "identity;q=0.5, gzip;q=0.5",
                    "gzip ; q=1.000"
                })
        void is_done_for_those_who_accept_it(String accepted) {
            var response = TestRequest.get("/v1/sessions")
                    .withHeader("accept-encoding", accepted)
                    .sentTo(handler);
            assertThat(response.getHeaders()).containsEntry("Content-Encoding", "gzip");
            assertThat(TestRequest.text(response))
                    .isEqualTo(TestRequest.get("/v1/sessions").sentTo(handler).getBody());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "identity",
                    "br",
                    "gzip;q=0",
                    "gzip;q=0.000, *",
                    "*;q=0",
                    "identity, gzip;q=0.5",
                    "gzip;q=2",
                    "gzip;q=",
                    "gzipped"
                })
        void is_not_done_for_others(String accepted) {
            var response = TestRequest.get("/v1/sessions")
                    .withHeader("accept-encoding", accepted)
                    .sentTo(handler);
            assertThat(response.getHeaders())
                    .doesNotContainKey("Content-Encoding")
                    .containsEntry("Vary", "Accept-Encoding");
            assertThat(response.getIsBase64Encoded()).isFalse();
        }

        @Test
        void is_not_worth_it_for_what_is_tiny() {
            assertThat(TestRequest.get("/v1/health")
                            .withHeader("accept-encoding", "gzip")
                            .sentTo(handler)
                            .getHeaders())
                    .doesNotContainKey("Content-Encoding");
        }
    }

    @Nested
    class Methods {
        @Test
        void head_is_get_without_the_body() {
            var get = TestRequest.get("/v1/sessions").withHeader("accept-encoding", "gzip");
            var head = get.withMethod("HEAD").sentTo(handler);
            assertThat(head.getStatusCode()).isEqualTo(200);
            assertThat(head.getBody()).isEmpty();
            assertThat(head.getIsBase64Encoded()).isFalse();
            assertThat(head.getHeaders()).isEqualTo(get.sentTo(handler).getHeaders());
        }

        @Test
        void others_are_told_which_there_are() {
            var response = TestRequest.get("/v1/sessions").withMethod("DELETE").sentTo(handler);
            assertThat(response.getStatusCode()).isEqualTo(405);
            assertThat(response.getHeaders()).containsEntry("Allow", "GET, HEAD, OPTIONS, POST");
        }

        @Test
        void options_names_them_too() {
            var response = TestRequest.get("/v1/sessions").withMethod("OPTIONS").sentTo(handler);
            assertThat(response.getStatusCode()).isEqualTo(204);
            assertThat(response.getHeaders()).containsEntry("Allow", "GET, HEAD, OPTIONS, POST");
            assertThat(TestRequest.get("/v1/nothing")
                            .withMethod("OPTIONS")
                            .sentTo(handler)
                            .getStatusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    class Origins {
        private final PublicHandler open = new TestSessions().handler(APP);

        @Test
        void a_listed_one_may_read() {
            assertThat(TestRequest.get("/v1/sessions")
                            .withHeader("origin", APP)
                            .sentTo(open)
                            .getHeaders())
                    .containsEntry("Access-Control-Allow-Origin", APP)
                    .containsEntry("Vary", "Accept-Encoding, Origin");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://evil.example",
                    "null",
                    "*",
                    "https://app.example.evil.example",
                    "HTTPS://app.example"
                })
        void another_may_not(String origin) {
            var response =
                    TestRequest.get("/v1/sessions").withHeader("origin", origin).sentTo(open);
            assertThat(response.getStatusCode()).isEqualTo(200);
            assertThat(response.getHeaders())
                    .doesNotContainKey("Access-Control-Allow-Origin")
                    .containsEntry("Vary", "Accept-Encoding, Origin");
        }

        @Test
        void none_may_where_none_is_listed() {
            assertThat(TestRequest.get("/v1/sessions")
                            .withHeader("origin", APP)
                            .sentTo(handler)
                            .getHeaders())
                    .doesNotContainKey("Access-Control-Allow-Origin");
        }

        @Test
        void a_listed_one_may_ask_beforehand() {
            var ask = TestRequest.get("/v1/sessions")
                    .withMethod("OPTIONS")
                    .withHeader("access-control-request-method", "GET");
            assertThat(ask.withHeader("origin", APP).sentTo(open).getHeaders())
                    .containsAllEntriesOf(Map.of(
                            "Access-Control-Allow-Origin", APP,
                            "Access-Control-Allow-Methods", "GET, HEAD, OPTIONS, POST",
                            "Access-Control-Allow-Headers", "If-None-Match"));
            assertThat(ask.withHeader("origin", "https://evil.example")
                            .sentTo(open)
                            .getHeaders()
                            .keySet())
                    .noneMatch(name -> name.startsWith("Access-Control"));
        }
    }

    @Nested
    class Caches {
        @Test
        void do_not_share_the_answer_to_somebodys_position() {
            assertThat(TestRequest.get("/v1/sessions?near=53.01,-9.37")
                            .sentTo(handler)
                            .getHeaders())
                    .hasEntrySatisfying(
                            "Cache-Control", value -> assertThat(value).startsWith("private"));
            assertThat(TestRequest.get("/v1/areas/gc3").sentTo(handler).getHeaders())
                    .hasEntrySatisfying(
                            "Cache-Control",
                            value -> assertThat(value).startsWith("public").contains("s-maxage"));
        }

        @Test
        void do_not_share_a_refusal_that_may_hold_a_position() {
            assertThat(TestRequest.get("/v1/sessions?near=53.01,-9.37&x=1")
                            .sentTo(handler)
                            .getHeaders())
                    .hasEntrySatisfying(
                            "Cache-Control", value -> assertThat(value).startsWith("private"));
        }

        @Test
        void keep_no_failure_and_no_sign_of_life() {
            assertThat(TestRequest.get("/v1/health").sentTo(handler).getHeaders())
                    .containsEntry("Cache-Control", "no-store")
                    .doesNotContainKey("ETag");
        }
    }

    @Test
    void an_unknown_address_is_a_problem_document() {
        for (String path : new String[] {"/", "/v1", "/v1/", "/v1/sessions/", "/v2/sessions", "//v1/sessions", ""}) {
            var response = TestRequest.get(path).sentTo(handler);
            assertThat(response.getStatusCode()).as(path).isEqualTo(404);
            assertThat(response.getHeaders()).containsEntry("Content-Type", "application/problem+json");
            assertThat(TestRequest.json(response).path("instance").asString())
                    .isEqualTo("urn:request:Kf3aXh7wDoEEPXg=");
        }
    }
}
