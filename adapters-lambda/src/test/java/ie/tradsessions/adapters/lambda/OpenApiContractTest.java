package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.Deadline;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.domain.venue.VenueId;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every response that a route can give is one that the OpenAPI document promises, and it promises no other. */
class OpenApiContractTest {
    private static void fail() {
        throw new IllegalStateException("the directory is out of order");
    }

    private static final String DETAIL = "/v1/sessions/{id}";
    private static final String NIGHTS = "/v1/sessions/{id}/occurrences";

    private final OpenApiContract contract = new OpenApiContract();
    private static final TestMembers MEMBERS = new TestMembers();

    private static final VenueId MERGED = MEMBERS.mergedVenue();

    private final PublicHandler handler = MEMBERS.publicHandler();

    private static final Map<String, List<String>> ANSWERED = Map.ofEntries(
            Map.entry(
                    "/v1/sessions",
                    List.of(
                            "/v1/sessions",
                            "/v1/sessions?limit=2",
                            "/v1/sessions?near=53.0,-9.3&radiusKm=30",
                            "/v1/sessions?bbox=-10,52,-9,54&day=THURSDAY&day=friday",
                            "/v1/sessions?county=An+Cl%C3%A1r&country=IE&town=doolin&q=fisher&on=2026-11-26&pace=FULL"
                                    + "&admission=ASK_FIRST&focus=MIXED&sort=next",
                            "/v1/sessions?country=US&sort=name",
                            "/v1/sessions?on=tonight&island=ireland",
                            "/v1/sessions?q=nothingofthekind")),
            Map.entry(
                    "/v1/areas/{geohash}",
                    List.of("/v1/areas/gc", "/v1/areas/gc3", "/v1/areas/zz?limit=1", "/v1/areas/gc?limit=1")),
            Map.entry(
                    DETAIL,
                    Stream.of(
                                    TestSessions.THURSDAYS,
                                    TestSessions.FORTNIGHTLY,
                                    TestSessions.FIRST_AND_LAST_FRIDAY,
                                    TestSessions.CHRISTMAS,
                                    TestSessions.WHENEVER,
                                    TestSessions.BROOKLYN)
                            .map(id -> "/v1/sessions/" + id)
                            .toList()),
            Map.entry(
                    NIGHTS,
                    List.of(
                            "/v1/sessions/" + TestSessions.THURSDAYS + "/occurrences",
                            "/v1/sessions/" + TestSessions.THURSDAYS + "/occurrences?from=2026-03-01&to=2026-04-30",
                            "/v1/sessions/" + TestSessions.WHENEVER + "/occurrences")),
            Map.entry(
                    "/v1/sessions/{id}/reviews",
                    List.of(
                            "/v1/sessions/" + TestSessions.THURSDAYS + "/reviews",
                            "/v1/sessions/" + TestSessions.THURSDAYS + "/reviews?sort=helpful&limit=5",
                            "/v1/sessions/" + TestSessions.WHENEVER + "/reviews?sort=newest")),
            Map.entry(
                    "/v1/venues",
                    List.of(
                            "/v1/venues",
                            "/v1/venues?limit=1",
                            "/v1/venues?near=53.0,-9.3",
                            "/v1/venues?q=tigh&county=clare")),
            Map.entry(
                    "/v1/venues/{id}",
                    List.of(
                            "/v1/venues/" + TestSessions.OHANLONS,
                            "/v1/venues/" + TestSessions.TEACH_CEOIL,
                            "/v1/venues/" + TestSessions.PADDYS)),
            Map.entry("/v1/counties", List.of("/v1/counties")),
            Map.entry("/v1/export", List.of("/v1/export", "/v1/export?limit=2")),
            Map.entry("/v1/health", List.of("/v1/health")),
            Map.entry("/v1/openapi.json", List.of("/v1/openapi.json")),
            Map.entry("/v1/calendars/{key}", List.of(MEMBERS.calendarOf(TestMembers.SIOBHAN))));

    /** What each refusal takes; a test below sees to it that none is missing. */
    private Map<Integer, List<TestRequest>> refusals(String template, String path) {
        Map<Integer, List<TestRequest>> refusals = new HashMap<>();
        refusals.put(
                400,
                List.of(
                        TestRequest.get(path + "?nonsense=1&limit=-1&near=x&cursor=y"),
                        TestRequest.get(path + "?q=%ff"),
                        TestRequest.get(path + "?q=100%"),
                        TestRequest.get(path + "?%zz"),
                        TestRequest.get(path + "?q=%c0%ae"),
                        TestRequest.get(path + "?q=a%00"),
                        TestRequest.get(path + "?q=Choil\u00ed")));
        refusals.put(
                405,
                List.of(
                        TestRequest.get(path).withMethod("POST"),
                        TestRequest.get(path).withMethod("BREW"),
                        TestRequest.get(path).withMethod("TRACE"),
                        TestRequest.get(path).withMethod("CONNECT"),
                        TestRequest.get(path).withMethod("get")));
        refusals.put(
                413,
                List.of(
                        TestRequest.get(path).withHeader("content-length", "70000"),
                        TestRequest.get(path).withMethod("POST").withHeader("content-length", "9".repeat(30))));
        refusals.put(
                414,
                List.of(
                        TestRequest.get(path + "?q=" + "a".repeat(5000)),
                        TestRequest.get(path + "/" + "a".repeat(5000)),
                        TestRequest.get(path + "?" + "%".repeat(5000))));
        refusals.put(431, List.of(TestRequest.get(path).withHeader("cookie", "a".repeat(20_000)), withHeaders(path)));
        if (template.contains("{id}") || template.contains("{key}")) {
            refusals.put(
                    404,
                    List.of(
                            TestRequest.get(path.replaceFirst("[0-9a-z]{16}", "0".repeat(16))),
                            TestRequest.get(path.replaceFirst("[0-9a-z]{16}", "not-an-id"))));
        }
        if (template.equals("/v1/venues/{id}")) {
            refusals.put(301, List.of(TestRequest.get("/v1/venues/" + MERGED)));
        }
        if (!template.equals("/v1/health")) {
            refusals.put(304, List.of(TestRequest.get(path).withHeader("if-none-match", "*")));
        }
        return refusals;
    }

    private static TestRequest withHeaders(String path) {
        TestRequest request = TestRequest.get(path);
        for (int i = 0; i < 101; i++) {
            request = request.withHeader("x-" + i, "a");
        }
        return request;
    }

    @TestFactory
    Stream<DynamicTest> head_has_the_headers_of_get_and_no_body() {
        return Stream.concat(
                        ANSWERED.values().stream().flatMap(List::stream),
                        Stream.of("/v1/nothing", "/v1/sessions?limit=0", "/v1/sessions/0000000000000000"))
                .flatMap(address -> Stream.of("identity", "gzip")
                        .map(encoding -> DynamicTest.dynamicTest(encoding + " " + address, () -> {
                            TestRequest get = TestRequest.get(address).withHeader("accept-encoding", encoding);
                            var whole = get.sentTo(handler);
                            var head = get.withMethod("HEAD").sentTo(handler);
                            assertThat(head.getStatusCode()).isEqualTo(whole.getStatusCode());
                            assertThat(head.getHeaders())
                                    .isEqualTo(whole.getHeaders())
                                    .containsEntry("Content-Length", Integer.toString(bytesOf(whole)));
                            assertThat(head.getBody()).isEmpty();
                            assertThat(head.getIsBase64Encoded()).isFalse();
                        })));
    }

    private static int bytesOf(APIGatewayV2HTTPResponse response) {
        return response.getIsBase64Encoded()
                ? Base64.getDecoder().decode(response.getBody()).length
                : response.getBody().getBytes(StandardCharsets.UTF_8).length;
    }

    @TestFactory
    Stream<DynamicTest> answers_are_as_documented() {
        return ANSWERED.entrySet().stream()
                .flatMap(route -> route.getValue().stream()
                        .map(address -> DynamicTest.dynamicTest(address, () -> {
                            var plain = TestRequest.get(address).sentTo(handler);
                            assertThat(plain.getStatusCode()).isEqualTo(200);
                            contract.check(route.getKey(), plain);
                            contract.check(
                                    route.getKey(),
                                    TestRequest.get(address)
                                            .withHeader("accept-encoding", "gzip")
                                            .sentTo(handler));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> refusals_are_as_documented() {
        return ANSWERED.entrySet().stream().flatMap(route -> {
            List<DynamicTest> tests = new ArrayList<>();
            refusals(route.getKey(), route.getValue().getFirst().replaceFirst("\\?.*", ""))
                    .forEach((status, asks) ->
                            asks.forEach(ask -> tests.add(DynamicTest.dynamicTest(status + " " + ask, () -> {
                                var response = ask.sentTo(handler);
                                assertThat(response.getStatusCode()).isEqualTo(status);
                                contract.check(route.getKey(), response);
                            }))));
            return tests.stream();
        });
    }

    @Test
    void a_failure_is_as_documented_and_tells_nothing_of_the_inside() {
        var response = TestRequest.get("/v1/sessions").sentTo(new TestSessions().handler(OpenApiContractTest::fail));
        assertThat(response.getStatusCode()).isEqualTo(500);
        contract.check("/v1/sessions", response);
        assertThat(response.getBody()).doesNotContain("directory", "Exception", "tradsessions.adapters");
        assertThat(response.getHeaders()).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void a_storage_that_does_not_answer_says_when_to_ask_again() {
        var response = TestRequest.get("/v1/sessions").sentTo(new TestSessions().handler(() -> {
                    throw new StorageUnavailable(Duration.ofMillis(1_500), new IllegalStateException("throttled"));
                }));
        assertThat(response.getStatusCode()).isEqualTo(503);
        contract.check("/v1/sessions", response);
        assertThat(response.getHeaders()).containsEntry("Retry-After", "2").containsEntry("Cache-Control", "no-store");
        assertThat(response.getBody()).doesNotContain("throttled");
    }

    @Test
    void the_storage_is_told_until_when_somebody_waits() {
        List<Duration> left = new ArrayList<>();
        PublicHandler handler = new TestSessions()
                .handler(() -> left.add(
                        Duration.between(TestSessions.NOW, Deadline.current().orElseThrow())));
        handler.handleRequest(TestRequest.get("/v1/sessions").event(), withTenSecondsLeft());
        assertThat(left).containsExactly(Duration.ofMillis(9_700));
    }

    private static Context withTenSecondsLeft() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (context, method, arguments) -> method.getName().equals("getRemainingTimeInMillis") ? 10_000 : null);
    }

    @Test
    void every_documented_status_has_been_tried() {
        ANSWERED.forEach((template, addresses) -> {
            Set<String> tried = new TreeSet<>(refusals(template, addresses.getFirst()).keySet().stream()
                    .map(String::valueOf)
                    .collect(Collectors.toSet()));
            tried.add("200");
            // Of every route; tried on the one whose storage can be made to fail.
            tried.add("500");
            tried.add("503");
            assertThat(contract.statuses(template)).as(template).isEqualTo(tried);
        });
    }

    @Test
    void the_routes_of_all_functions_are_those_of_the_document() {
        List<List<Route>> functions =
                List.of(handler.routes(), MEMBERS.handler().routes());
        Set<String> documented = new TreeSet<>();
        contract.document()
                .path("paths")
                .forEachEntry((template, methods) ->
                        methods.forEachEntry((method, operation) -> documented.add(method.toUpperCase(Locale.ROOT) + " "
                                + template + " " + operation.path("operationId").asString())));
        assertThat(functions.stream()
                        .flatMap(List::stream)
                        .map(route -> route.method() + " " + route.template() + " " + route.operation()))
                .containsExactlyInAnyOrderElementsOf(documented);
        assertThat(handler.routes()).extracting(Route::key).contains("GET /v1/sessions/{id}");
        assertThat(ANSWERED.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        handler.routes().stream().map(Route::template).toList());
    }

    /** Also those that another function answers (RFC 9110, 15.5.6). */
    @Test
    void whoever_asks_by_another_method_is_told_of_all_that_the_document_has_for_the_address() {
        contract.document().path("paths").forEachEntry((template, operations) -> {
            Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
            operations.propertyNames().forEach(method -> methods.add(method.toUpperCase(Locale.ROOT)));
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            TestRequest request = TestRequest.get(template.replaceAll("\\{.*?}", "0000000000000000"))
                    .withMethod("BREW");
            List<APIGatewayV2HTTPResponse> refusals = Stream.of(
                            request.sentTo(handler), request.sentTo(MEMBERS.handler()))
                    .filter(response -> response.getStatusCode() != 404)
                    .toList();
            assertThat(refusals).as(template).isNotEmpty().allSatisfy(refusal -> {
                assertThat(refusal.getStatusCode()).isEqualTo(405);
                assertThat(refusal.getHeaders()).containsEntry("Allow", String.join(", ", methods));
            });
        });
    }

    /** A refusal of an unknown parameter names the known ones. */
    @Test
    void the_parameters_are_those_of_the_document() {
        ANSWERED.forEach((template, addresses) -> {
            String path = addresses.getFirst().replaceFirst("\\?.*", "");
            String reason = TestRequest.get(path + "?nonsense=1")
                    .json(handler)
                    .at("/errors/0/reason")
                    .asString();
            Set<String> known = reason.contains("Known: ")
                    ? new TreeSet<>(List.of(reason.replaceFirst(".*Known: ", "").split(", ")))
                    : Set.of();
            assertThat(known).as(template).isEqualTo(contract.parameters(template, "query"));
            assertThat(contract.parameters(template, "path")).hasSize(template.contains("{") ? 1 : 0);
        });
    }

    @TestFactory
    Stream<DynamicTest> answers_are_as_documented_where_there_is_nothing_yet() {
        PublicHandler deserted = TestSessions.emptyHandler();
        return Stream.of("/v1/sessions", "/v1/areas/{geohash}", "/v1/venues", "/v1/counties", "/v1/export")
                .map(template -> DynamicTest.dynamicTest(template, () -> {
                    var response =
                            TestRequest.get(template.replace("{geohash}", "gc")).sentTo(deserted);
                    assertThat(response.getStatusCode()).isEqualTo(200);
                    contract.check(template, response);
                }));
    }

    @Test
    void what_a_listed_origin_gets_is_as_documented() {
        contract.check(
                "/v1/sessions",
                TestRequest.get("/v1/sessions")
                        .withHeader("origin", "https://app.example")
                        .sentTo(new TestSessions().handler("https://app.example")));
    }

    @Test
    void the_examples_of_the_document_keep_to_it() {
        JsonNode schemas = contract.document().at("/components/schemas");
        List<String> wrong = new ArrayList<>();
        schemas.forEachEntry((name, schema) -> schema.path("examples")
                .forEach(example -> contract.errors("/components/schemas/" + name, example)
                        .forEach(error -> wrong.add(name + ": " + error))));
        contract.document().at("/components/parameters").forEachEntry((name, parameter) -> {
            if (parameter.has("example")) {
                contract.errors("/components/parameters/" + name + "/schema", parameter.path("example"))
                        .forEach(error -> wrong.add(name + ": " + error));
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(schemas.valueStream().filter(schema -> schema.has("examples")))
                .hasSizeGreaterThan(15);
    }

    /** Else a check that sees nothing would pass too. */
    @Test
    void a_stray_field_a_missing_field_and_a_stray_header_are_seen() {
        for (String broken : List.of(
                "{\"status\":\"UP\",\"version\":\"1\",\"more\":1}",
                "{\"status\":\"UP\"}",
                "{\"status\":\"DOWN\",\"version\":\"1\"}")) {
            var response = TestRequest.get("/v1/health").sentTo(handler);
            response.setBody(broken);
            assertThatExceptionOfType(AssertionError.class)
                    .as(broken)
                    .isThrownBy(() -> contract.check("/v1/health", response));
        }
        var response = TestRequest.get("/v1/health").sentTo(handler);
        response.getHeaders().put("X-Powered-By", "us");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> contract.check("/v1/health", response));
        response.getHeaders().remove("X-Powered-By");
        contract.check("/v1/health", response);
        response.getHeaders().remove("X-Content-Type-Options");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> contract.check("/v1/health", response));
    }
}
