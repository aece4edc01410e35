package ie.tradsessions.adapters.lambda.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.TestRequest;
import ie.tradsessions.adapters.lambda.TestSessions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SessionOperationsTest {
    private final PublicHandler handler = new TestSessions().handler();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    near=53.0161,-9.3771&radiusKm=5       | aaaaaaaaaaaaaaaa dddddddddddddddd eeeeeeeeeeeeeeee
                    near=53.0161%2C-9.3771&radiusKm=0.5   | aaaaaaaaaaaaaaaa dddddddddddddddd eeeeeeeeeeeeeeee
                    bbox=-9.3,52.9,-9.2,53                | bbbbbbbbbbbbbbbb cccccccccccccccc
                    county=Co.+Clare&day=WEDNESDAY        | bbbbbbbbbbbbbbbb
                    country=us                            | ffffffffffffffff
                    town=ennistymon&day=FRIDAY            | cccccccccccccccc
                    q=fisher                              | aaaaaaaaaaaaaaaa dddddddddddddddd eeeeeeeeeeeeeeee
                    day=TUESDAY&day=wednesday             | bbbbbbbbbbbbbbbb ffffffffffffffff
                    on=2026-12-26                         | dddddddddddddddd
                    on=tonight                            | ffffffffffffffff
                    island=ireland&day=TUESDAY&day=wednesday | bbbbbbbbbbbbbbbb
                    pace=FULL                             | aaaaaaaaaaaaaaaa
                    pace=FULL&pace=STEADY&country=US      | ffffffffffffffff
                    admission=ASK_FIRST                   | aaaaaaaaaaaaaaaa
                    focus=mixed                           | aaaaaaaaaaaaaaaa
                    focus=SONGS                           | ''
                    """)
    void a_filter_finds_what_it_says(String query, String expected) {
        Set<String> ids = new HashSet<>(
                TestRequest.ids(TestRequest.get("/v1/sessions?" + query).json(handler)));
        assertThat(ids).isEqualTo(expected.isEmpty() ? Set.of() : Set.of(expected.split(" ")));
    }

    @Test
    void distance_is_told_only_to_those_who_say_where_they_are() {
        JsonNode near = TestRequest.get("/v1/sessions?near=52.9412,-9.2926&radiusKm=20")
                .json(handler)
                .path("items");
        assertThat(near.valueStream().map(card -> card.path("distanceKm").asDouble()))
                .isSorted()
                .startsWith(0.0, 0.0)
                .allMatch(km -> km < 20);
        assertThat(TestRequest.get("/v1/sessions")
                        .json(handler)
                        .at("/items/0/distanceKm")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_night_is_told_as_it_stands() {
        JsonNode nights = TestRequest.get("/v1/sessions/" + TestSessions.THURSDAYS)
                .json(handler)
                .path("nights");
        assertThat(nights.path(0).toString())
                .startsWith("{\"date\":\"2026-11-26\",\"start\":\"2026-11-26T22:00:00Z\","
                        + "\"end\":\"2026-11-27T01:00:00Z\",\"status\":\"MOVED\",\"note\":\"Roof\","
                        + "\"movedTo\":{\"id\":\"2222222222222222\",\"name\":\"Teach Ceoil\"");
        assertThat(nights.path(1).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(nights.path(1).path("note").asString()).isEqualTo("A wedding");
        assertThat(nights.path(2).path("movedTo").isNull()).isTrue();
        assertThat(nights.path(2).path("start").asString()).isEqualTo("2026-12-03T20:00:00Z");
    }

    @Test
    void times_carry_the_offset_of_their_own_night() {
        JsonNode nights = TestRequest.get(
                        "/v1/sessions/" + TestSessions.THURSDAYS + "/occurrences?from=2026-03-26&to=2026-03-29")
                .json(handler)
                .path("items");
        assertThat(nights.path(0).path("start").asString()).isEqualTo("2026-03-26T21:30:00Z");
        assertThat(nights.path(1).path("start").asString()).isEqualTo("2026-03-29T21:30:00+01:00");
        assertThat(TestRequest.get("/v1/sessions/" + TestSessions.BROOKLYN)
                        .json(handler)
                        .at("/nights/0/start")
                        .asString())
                .isEqualTo("2026-11-24T21:00:00-05:00");
    }

    @Test
    void a_session_page_tells_what_players_said() {
        JsonNode page =
                TestRequest.get("/v1/sessions/" + TestSessions.THURSDAYS).json(handler);
        assertThat(page.path("said").size()).isEqualTo(8);
        assertThat(page.at("/said/7").toString())
                .isEqualTo("{\"date\":\"2026-11-22\",\"on\":0,\"off\":0,\"status\":\"CANCELLED\"}");
        assertThat(page.at("/said/6").toString())
                .isEqualTo("{\"date\":\"2026-11-19\",\"on\":3,\"off\":0,\"status\":\"SCHEDULED\"}");
        assertThat(page.path("freshness").toString())
                .isEqualTo("{\"state\":\"CONFIRMED\",\"lastNight\":\"2026-11-19\",\"confirmations\":3,"
                        + "\"saidAt\":\"2026-11-20T09:12:00Z\",\"saidBy\":\"Máire\"}");
        assertThat(page.path("rating").toString()).isEqualTo("{\"mean\":4.58,\"count\":12,\"histogram\":[0,0,1,3,8]}");
        assertThat(page.at("/venue/sources/1/url").asString()).isEqualTo("https://www.openstreetmap.org/node/1");
        assertThat(page.at("/venue/sources/0/url").isNull()).isTrue();
    }

    @Test
    void a_card_names_no_person() {
        for (String address : List.of(
                "/v1/sessions", "/v1/areas/gc", "/v1/venues/" + TestSessions.OHANLONS, "/v1/sessions?near=53.0,-9.3")) {
            String body = TestRequest.text(TestRequest.get(address).sentTo(handler));
            assertThat(body)
                    .as(address)
                    .contains(TestSessions.THURSDAYS.value())
                    .doesNotContain(TestSessions.SHARED_BY, TestSessions.CONFIRMED_BY, "saidBy", "shared");
        }
    }

    @Test
    void a_venue_page_has_its_sessions() {
        JsonNode page =
                TestRequest.get("/v1/venues/" + TestSessions.TEACH_CEOIL).json(handler);
        assertThat(page.path("sessions")
                        .valueStream()
                        .map(card -> card.path("id").asString()))
                .containsExactlyInAnyOrder(
                        TestSessions.FORTNIGHTLY.value(), TestSessions.FIRST_AND_LAST_FRIDAY.value());
    }

    @Test
    void the_cells_of_a_geohash_share_no_session_and_miss_none() {
        List<String> inCells = new ArrayList<>();
        for (char letter : "0123456789bcdefghjkmnpqrstuvwxyz".toCharArray()) {
            inCells.addAll(
                    TestRequest.ids(TestRequest.get("/v1/areas/gc" + letter).json(handler)));
        }
        assertThat(inCells)
                .containsExactlyInAnyOrderElementsOf(
                        TestRequest.ids(TestRequest.get("/v1/areas/gc").json(handler)));
        assertThat(inCells).hasSize(5);
    }
}
