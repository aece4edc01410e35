package ie.tradsessions.adapters.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.TestRequest;
import ie.tradsessions.adapters.lambda.TestSessions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is wrong with the parameters of a request is told by the name of each. */
class ParametersTest {
    private final PublicHandler handler = new TestSessions().handler();

    @Test
    void all_that_is_wrong_is_said_at_once() {
        JsonNode problem = TestRequest.get(
                        "/v1/sessions?near=91,0&radiusKm=500&bbox=1,2,3&county=Narnia&country=Irland&day=FUNDAY"
                                + "&on=2026-02-30&pace=&admission=x&focus=x&sort=x&limit=101&cursor=x&raduisKm=3&q=a&q=b")
                .json(handler);
        Map<String, String> reasons = new TreeMap<>();
        problem.path("errors")
                .forEach(error -> reasons.put(
                        error.path("field").asString(), error.path("reason").asString()));
        assertThat(reasons.keySet())
                .containsExactlyInAnyOrder(
                        "near",
                        "radiusKm",
                        "bbox",
                        "county",
                        "country",
                        "day",
                        "on",
                        "pace",
                        "admission",
                        "focus",
                        "sort",
                        "limit",
                        "cursor",
                        "raduisKm",
                        "q");
        assertThat(reasons)
                .containsEntry("near", "must be -90 to 90 degrees")
                .containsEntry("radiusKm", "must be more than 0, at most 200")
                .containsEntry("limit", "must be a whole number, 1 to 100")
                .containsEntry("pace", "must be BEGINNER, SLOW, STEADY, FULL")
                .containsEntry("q", "must be given only once");
        assertThat(reasons.get("raduisKm")).contains("did you mean radiusKm?");
        assertThat(problem.path("detail").asString()).contains("15 fields");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/sessions?sort=distance                                       | sort
                    /v1/sessions?radiusKm=10                                         | radiusKm
                    /v1/sessions?near=53,-9,1                                        | near
                    /v1/sessions?near=53.1;-9                                        | near
                    /v1/sessions?near=1e1,2                                          | near
                    /v1/sessions?bbox=1,3,2,2                                        | bbox
                    /v1/sessions?q=%20                                               | q
                    /v1/sessions?q=%E2%82                                            | q
                    /v1/sessions?%FF=1                                               | query
                    /v1/sessions?q=%                                                 | q
                    /v1/sessions?q=%+1                                               | q
                    /v1/sessions?q=a%00b                                             | q
                    /v1/sessions?limit=0                                             | limit
                    /v1/sessions?limit=+5                                            | limit
                    /v1/areas/g                                                      | geohash
                    /v1/areas/gc3xxxx                                                | geohash
                    /v1/areas/GC3                                                    | geohash
                    /v1/areas/gca                                                    | geohash
                    /v1/areas/%ff                                                    | path
                    /v1/export?limit=1001                                            | limit
                    /v1/health?x=1                                                   | x
                    /v1/sessions/aaaaaaaaaaaaaaaa/occurrences?from=2026-01-01&to=2027-01-03 | to
                    /v1/sessions/aaaaaaaaaaaaaaaa/occurrences?from=2026-01-02&to=2026-01-01 | to
                    /v1/sessions/aaaaaaaaaaaaaaaa/occurrences?from=1916-04-24        | from
                    """)
    void a_field_that_is_wrong_is_named(String address, String field) {
        JsonNode problem = TestRequest.get(address).json(handler);
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/invalid-request");
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly(field);
    }
}
