package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, there is an answer, it is documented, and it is never that something went wrong on our side. Events
 * and responses travel as JSON, as they do in the cloud.
 */
class HostileRequestsTest {
    private static final Map<String, String> ADDRESSES = Map.of(
            "/v1/sessions",
            "/v1/sessions",
            "/v1/areas/gc3",
            "/v1/areas/{geohash}",
            "/v1/sessions/" + TestSessions.THURSDAYS,
            "/v1/sessions/{id}",
            "/v1/sessions/" + TestSessions.THURSDAYS + "/occurrences",
            "/v1/sessions/{id}/occurrences",
            "/v1/venues",
            "/v1/venues",
            "/v1/counties",
            "/v1/counties",
            "/v1/export",
            "/v1/export");

    private final OpenApiContract contract = new OpenApiContract();
    private final PublicHandler handler = new TestSessions().handler();

    @Property(tries = 500)
    void any_query_is_answered_or_refused(@ForAll("address") String address, @ForAll String query) {
        answered(address, query, 200, 400, 414);
    }

    @Property(tries = 1500)
    void any_values_are_answered_or_refused(
            @ForAll("address") String address, @ForAll("parameters") List<Map.Entry<String, String>> parameters) {
        StringBuilder query = new StringBuilder();
        for (var parameter : parameters) {
            query.append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                    .append('&');
        }
        answered(address, query.toString(), 200, 400, 414);
    }

    /** As somebody sends it who does not encode, or not well. */
    @Property(tries = 1000)
    void any_malformed_query_is_answered_or_refused(
            @ForAll("address") String address, @ForAll("pieces") List<String> pieces) {
        answered(address, String.join("", pieces), 200, 400, 414);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "q=",
                        "near=",
                        "day=",
                        "MONDAY",
                        "&",
                        "&&",
                        "=",
                        ";",
                        "+",
                        "%",
                        "%zz",
                        "%4",
                        "%u0041",
                        "%00",
                        "%0a",
                        "%c0%ae",
                        "%ff",
                        "%ed%a0%80",
                        "%e2%80%8b",
                        "%f0%9f%8e%bb",
                        "\u00ed",
                        "#",
                        "?",
                        "/",
                        "a",
                        "53,-9",
                        "100%",
                        "%25",
                        "[]",
                        "cursor=",
                        "limit=5",
                        "'",
                        "\"",
                        "<",
                        "\\",
                        "a".repeat(900))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    void any_path_is_answered_or_refused(@ForAll String path) {
        var response = new TestRequest("GET", "/v1/" + path, "", Map.of()).sentAsJsonTo(handler);
        assertThat(response.getStatusCode()).isIn(200, 400, 404);
        if (response.getStatusCode() != 200) {
            // The path of one venue documents every refusal.
            contract.check("/v1/venues/{id}", response);
        }
    }

    @Property(tries = 300)
    void any_id_and_any_cell_are_answered_or_refused(@ForAll String part) {
        String encoded = URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
        for (String template : List.of("/v1/sessions/{id}", "/v1/venues/{id}", "/v1/areas/{geohash}")) {
            var response = TestRequest.get(template.replaceFirst("\\{.*}", "") + encoded)
                    .sentAsJsonTo(handler);
            assertThat(response.getStatusCode()).isIn(200, 400, 404, 414);
            if (!part.isEmpty()) {
                contract.check(template, response);
            }
        }
    }

    @Property(tries = 300)
    void any_headers_and_any_method_are_answered_or_refused(
            @ForAll String method, @ForAll String condition, @ForAll String encoding, @ForAll String origin) {
        var response = TestRequest.get("/v1/sessions")
                .withMethod(method)
                .withHeader("if-none-match", condition)
                .withHeader("accept-encoding", encoding)
                .withHeader("origin", origin)
                .sentAsJsonTo(handler);
        assertThat(response.getStatusCode()).isIn(200, 304, 405);
        contract.check("/v1/sessions", response);
    }

    @Test
    void an_event_that_holds_nothing_is_answered() {
        assertThat(handler.handleRequest(null, null).getStatusCode()).isEqualTo(404);
        assertThat(handler.handleRequest(new APIGatewayV2HTTPEvent(), null).getStatusCode())
                .isEqualTo(404);
        var nulls = APIGatewayV2HTTPEvent.builder()
                .withRawPath("/v1/counties")
                .withRequestContext(new RequestContext())
                .build();
        assertThat(handler.handleRequest(nulls, null).getStatusCode()).isEqualTo(405);
    }

    @Test
    void headers_without_a_value_do_no_harm() {
        Map<String, String> headers = new HashMap<>();
        headers.put("if-none-match", null);
        headers.put("accept-encoding", null);
        headers.put("origin", null);
        headers.put(null, null);
        assertThat(new TestRequest("GET", "/v1/sessions", "", headers)
                        .sentTo(handler)
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void a_query_of_a_megabyte_is_too_long() {
        assertThat(TestRequest.get("/v1/sessions?q=" + "x".repeat(1 << 20))
                        .sentTo(handler)
                        .getStatusCode())
                .isEqualTo(414);
    }

    @Test
    void a_hundred_parameters_are_enough() {
        var response = TestRequest.get("/v1/sessions?" + "x=1&".repeat(200)).sentTo(handler);
        assertThat(TestRequest.json(response).at("/errors/0/field").asString()).isEqualTo("query");
        assertThat(TestRequest.json(response).path("errors").size()).isEqualTo(1);
    }

    private void answered(String address, String query, Integer... statuses) {
        APIGatewayV2HTTPResponse response = new TestRequest("GET", address, query, Map.of()).sentAsJsonTo(handler);
        assertThat(response.getStatusCode()).as("%s?%s", address, query).isIn((Object[]) statuses);
        contract.check(ADDRESSES.get(address), response);
    }

    @Provide
    Arbitrary<String> address() {
        return Arbitraries.of(ADDRESSES.keySet());
    }

    @Provide
    Arbitrary<List<Map.Entry<String, String>>> parameters() {
        Arbitrary<String> names = Arbitraries.of(
                "near",
                "radiusKm",
                "bbox",
                "county",
                "country",
                "town",
                "q",
                "day",
                "on",
                "pace",
                "admission",
                "focus",
                "sort",
                "limit",
                "cursor",
                "from",
                "to",
                "Near",
                "");
        Arbitrary<String> numbers = Arbitraries.of("0", "-0", "180", "-180", "90", "-90", "181", "1e3", "NaN", "53.2");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                numbers,
                numbers.list().ofSize(2).map(pair -> String.join(",", pair)),
                numbers.list().ofSize(4).map(four -> String.join(",", four)),
                Arbitraries.of(
                        "clare",
                        "US",
                        "MONDAY",
                        "OPEN",
                        "SLOW",
                        "TUNES",
                        "distance",
                        "2026-02-30",
                        "2026-11-26",
                        "tonight",
                        "53,1,-8,1",
                        "53.1d",
                        "0x1.a8p5",
                        "Infinity",
                        "\u0665",
                        "\u200b",
                        "\u00a0",
                        "!!!",
                        "%",
                        "null"));
        return Combinators.combine(names, values)
                .as((name, value) -> Map.entry(name, value))
                .list()
                .ofMaxSize(5);
    }
}
