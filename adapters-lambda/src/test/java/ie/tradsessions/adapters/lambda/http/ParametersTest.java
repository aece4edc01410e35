package ie.tradsessions.adapters.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.TestRequest;
import ie.tradsessions.adapters.lambda.TestSessions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                    /v1/sessions?limit=-5                                            | limit
                    /v1/sessions?limit=5.0                                           | limit
                    /v1/sessions?limit=0x5                                           | limit
                    /v1/sessions?limit=%D9%A5                                        | limit
                    /v1/sessions?limit=5&limit=5                                     | limit
                    /v1/sessions?on=2026-11-26&on=2026-11-27                         | on
                    /v1/sessions?near=53.1,-9&near=53.1,-9                           | near
                    /v1/sessions?near=53,1,-8,1                                      | near
                    /v1/sessions?near=53.1d,-9                                       | near
                    /v1/sessions?near=0x1.a8p5,-9                                    | near
                    /v1/sessions?near=NaN,-9                                         | near
                    /v1/sessions?near=53.1,-Infinity                                 | near
                    /v1/sessions?near=53.1,-181                                      | near
                    /v1/sessions?near=,                                              | near
                    /v1/sessions?near=53%201,-9                                      | near
                    /v1/sessions?near=53.1,-9&radiusKm=7,5                           | radiusKm
                    /v1/sessions?near=53.1,-9&radiusKm=1e1                           | radiusKm
                    /v1/sessions?near=53.1,-9&radiusKm=0                             | radiusKm
                    /v1/sessions?bbox=-10,51,-5,91                                   | bbox
                    /v1/sessions?bbox=-181,51,-5,55                                  | bbox
                    /v1/sessions?on=2026-02-29                                       | on
                    /v1/sessions?on=26/11/2026                                       | on
                    /v1/sessions?on=2026-11-26T20:00                                 | on
                    /v1/sessions?on=                                                 | on
                    /v1/sessions?day=                                                | day
                    /v1/sessions?day=MON%20DAY                                       | day
                    /v1/sessions?day=MONDAY,FRIDAY                                   | day
                    /v1/sessions?country=                                            | country
                    /v1/sessions?q=%E2%80%8B%C2%A0                                   | q
                    /v1/sessions?town=%C2%A0                                         | town
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
                    /v1/sessions?q=!!!                          | q
                    /v1/venues?q=%E2%80%99                      | q
                    /v1/sessions?town=-                         | town
                    /v1/sessions?island=man                     | island
                    /v1/sessions?on=tomorrow                    | on
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day=MONDAY&day=MONDAY",
                "day=friday&day=MONDAY&day=FRIDAY",
                "pace=SLOW&pace=%20slow",
                "admission=OPEN&admission=OPEN",
                "focus=TUNES&focus=TUNES&focus=TUNES"
            })
    void a_list_does_not_hold_the_same_value_twice(String query) {
        JsonNode problem = TestRequest.get("/v1/sessions?" + query).json(handler);
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("errors").size()).isEqualTo(1);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(query.substring(0, query.indexOf('=')));
        assertThat(problem.at("/errors/0/reason").asString()).startsWith("must not be repeated with the same value, ");
    }

    @Property
    void blanks_and_invisible_characters_around_a_value_do_not_matter(
            @ForAll("blanks") String before, @ForAll("blanks") String after) {
        Map.of(
                        "near", "53.0,-9.3",
                        "radiusKm", "30",
                        "bbox", "-10,52,-9,54",
                        "county", "clare",
                        "day", "THURSDAY",
                        "on", "2026-11-26",
                        "pace", "FULL",
                        "sort", "next",
                        "limit", "5",
                        "q", "fisher")
                .forEach((name, value) -> {
                    String with = (name.equals("radiusKm") ? "near=53.0,-9.3&" : "") + name + "=";
                    JsonNode padded = TestRequest.get("/v1/sessions?" + with
                                    + URLEncoder.encode(before + value + after, StandardCharsets.UTF_8))
                            .json(handler);
                    assertThat(padded.path("items").isArray()).as(with).isTrue();
                    assertThat(TestRequest.ids(padded))
                            .as(with)
                            .isEqualTo(TestRequest.ids(TestRequest.get("/v1/sessions?" + with + value)
                                    .json(handler)));
                });
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.strings()
                .withChars(
                        ' ', '\u00a0', '\u2003', '\u202f', '\u3000', '\u200b', '\u200e', '\u202a', '\u2060', '\ufeff')
                .ofMaxLength(4);
    }

    @Test
    void blanks_within_a_list_of_numbers_do_not_matter() {
        assertThat(TestRequest.get("/v1/sessions?near=53.0,%20-9.3")
                        .json(handler)
                        .has("items"))
                .isTrue();
        assertThat(TestRequest.get("/v1/sessions?bbox=-10,%2052,+-9,%C2%A054")
                        .json(handler)
                        .has("items"))
                .isTrue();
    }
}
