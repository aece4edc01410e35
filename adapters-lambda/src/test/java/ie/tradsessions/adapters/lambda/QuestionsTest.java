package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is asked reaches the application, and what it answers reaches the client. */
class QuestionsTest {
    private final PublicHandler handler = new Doolin().handler();

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
                    pace=FULL                             | aaaaaaaaaaaaaaaa
                    pace=FULL&pace=STEADY&country=US      | ffffffffffffffff
                    admission=ASK_FIRST                   | aaaaaaaaaaaaaaaa
                    focus=mixed                           | aaaaaaaaaaaaaaaa
                    focus=SONGS                           | ''
                    """)
    void a_filter_finds_what_it_says(String query, String expected) {
        Set<String> ids = new HashSet<>(ids(Ask.get("/v1/sessions?" + query).json(handler)));
        assertThat(ids).isEqualTo(expected.isEmpty() ? Set.of() : Set.of(expected.split(" ")));
    }

    @Test
    void distance_is_told_only_to_those_who_say_where_they_are() {
        JsonNode near = Ask.get("/v1/sessions?near=52.9412,-9.2926&radiusKm=20")
                .json(handler)
                .path("items");
        assertThat(near.valueStream().map(card -> card.path("distanceKm").asDouble()))
                .isSorted()
                .startsWith(0.0, 0.0)
                .allMatch(km -> km < 20);
        assertThat(Ask.get("/v1/sessions")
                        .json(handler)
                        .at("/items/0/distanceKm")
                        .isNull())
                .isTrue();
        assertThat(Ask.get("/v1/venues?near=52.9412,-9.2926")
                        .json(handler)
                        .at("/items/1/distanceKm")
                        .asDouble())
                .isBetween(10.0, 10.1);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        JsonNode problem = Ask.get(
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
        JsonNode problem = Ask.get(address).json(handler);
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/invalid-request");
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly(field);
    }

    @Test
    void pages_lead_from_the_first_item_to_the_last() {
        for (String list : List.of("/v1/sessions?sort=name&limit=", "/v1/areas/gc?limit=", "/v1/venues?limit=")) {
            List<String> whole = ids(Ask.get(list + "100").json(handler));
            for (int limit = 1; limit <= whole.size(); limit++) {
                List<String> walked = new ArrayList<>();
                String cursor = "";
                do {
                    JsonNode page = Ask.get(list + limit + cursor).json(handler);
                    assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
                    walked.addAll(ids(page));
                    cursor = page.path("next").isNull()
                            ? ""
                            : "&cursor=" + page.path("next").asString();
                } while (!cursor.isEmpty());
                assertThat(walked).as("%s%d", list, limit).isEqualTo(whole);
            }
        }
    }

    @Test
    void a_cursor_goes_on_with_its_own_question_only() {
        String next = Ask.get("/v1/sessions?county=clare&limit=1")
                .json(handler)
                .path("next")
                .asString();
        assertThat(status("/v1/sessions?county=clare&limit=2&cursor=" + next)).isEqualTo(200);
        assertThat(status("/v1/sessions?limit=2&county=clare&cursor=" + next)).isEqualTo(200);
        assertThat(status("/v1/sessions?county=kerry&cursor=" + next)).isEqualTo(400);
        assertThat(status("/v1/sessions?cursor=" + next)).isEqualTo(400);
        assertThat(status("/v1/venues?county=clare&cursor=" + next)).isEqualTo(400);
        assertThat(status("/v1/areas/gc?cursor=" + next)).isEqualTo(400);
    }

    @Test
    void the_export_leads_through_everything_by_its_links() {
        List<String> lines = new ArrayList<>();
        String address = "/v1/export?limit=2";
        while (address != null) {
            var response = Ask.get(address).of(handler);
            lines.addAll(Ask.text(response).lines().toList());
            String link = response.getHeaders().get("Link");
            address = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(lines)
                .hasSize(Doolin.VENUES + Doolin.SESSIONS)
                .isEqualTo(Ask.text(Ask.get("/v1/export").of(handler)).lines().toList());
        assertThat(lines.getFirst()).contains("\"kind\":\"VENUE\"", "\"dataset\":\"openstreetmap\",\"key\":\"node/1\"");
        assertThat(lines.get(Doolin.VENUES))
                .contains("\"kind\":\"SESSION\"", "\"movedToTime\":\"22:00\"", "\"ratings\":[0,0,1,3,8]");
    }

    /** Lambda takes six megabytes; the quotes of a body are escaped once more on the way. */
    @Test
    void an_answer_always_fits_a_response() {
        Doolin doolin = new Doolin();
        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            changes.put(
                    LocalDate.of(2026, 1, 1).plusDays(i), new OccurrenceStatus.Cancelled("\uD83C\uDFBB".repeat(20)));
        }
        int many = 300;
        for (int i = 0; i < many; i++) {
            doolin.session(new Session(
                    new SessionId(String.format(Locale.ROOT, "%016d", i)),
                    Doolin.OHANLONS,
                    null,
                    new Timetable(
                            Schedule.of(new Recurrence.Irregular("Now and then"), LocalTime.of(21, 0)), changes, null),
                    new Etiquette(Admission.OPEN, Leadership.UNLED, Pace.STEADY, Focus.TUNES, Set.of()),
                    Set.of(),
                    null,
                    new Shared("Aoife", Doolin.NOW),
                    true));
        }
        PublicHandler crowded = doolin.handler();
        List<String> lines = new ArrayList<>();
        String address = "/v1/export?limit=1000";
        int pages = 0;
        while (address != null) {
            var response = Ask.get(address).of(crowded);
            assertThat(response.getBody().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4_000_001);
            lines.addAll(Ask.text(response).lines().toList());
            String link = response.getHeaders().get("Link");
            address = link == null ? null : link.substring(1, link.indexOf('>'));
            pages++;
        }
        assertThat(lines).hasSize(Doolin.VENUES + Doolin.SESSIONS + many).doesNotHaveDuplicates();
        assertThat(pages).isBetween(2, 10);
    }

    @Test
    void a_night_is_told_as_it_stands() {
        JsonNode nights =
                Ask.get("/v1/sessions/" + Doolin.THURSDAYS).json(handler).path("nights");
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
        JsonNode nights = Ask.get("/v1/sessions/" + Doolin.THURSDAYS + "/occurrences?from=2026-03-26&to=2026-03-29")
                .json(handler)
                .path("items");
        assertThat(nights.path(0).path("start").asString()).isEqualTo("2026-03-26T21:30:00Z");
        assertThat(nights.path(1).path("start").asString()).isEqualTo("2026-03-29T21:30:00+01:00");
        assertThat(Ask.get("/v1/sessions/" + Doolin.BROOKLYN)
                        .json(handler)
                        .at("/nights/0/start")
                        .asString())
                .isEqualTo("2026-11-24T21:00:00-05:00");
    }

    @Test
    void a_session_page_tells_what_players_said() {
        JsonNode page = Ask.get("/v1/sessions/" + Doolin.THURSDAYS).json(handler);
        assertThat(page.path("said").size()).isEqualTo(8);
        assertThat(page.at("/said/7").toString())
                .isEqualTo("{\"date\":\"2026-11-22\",\"on\":0,\"off\":0,\"status\":\"CANCELLED\"}");
        assertThat(page.at("/said/6").toString())
                .isEqualTo("{\"date\":\"2026-11-19\",\"on\":3,\"off\":0,\"status\":\"SCHEDULED\"}");
        assertThat(page.path("freshness").toString())
                .isEqualTo("{\"state\":\"CONFIRMED\",\"lastNight\":\"2026-11-19\",\"saidBy\":\"Máire\","
                        + "\"saidAt\":\"2026-11-20T09:12:00Z\"}");
        assertThat(page.path("rating").toString()).isEqualTo("{\"mean\":4.58,\"count\":12,\"histogram\":[0,0,1,3,8]}");
        assertThat(page.at("/venue/sources/1/url").asString()).isEqualTo("https://www.openstreetmap.org/node/1");
        assertThat(page.at("/venue/sources/0/url").isNull()).isTrue();
    }

    @Test
    void a_venue_page_has_its_sessions() {
        JsonNode page = Ask.get("/v1/venues/" + Doolin.TEACH_CEOIL).json(handler);
        assertThat(page.path("sessions")
                        .valueStream()
                        .map(card -> card.path("id").asString()))
                .containsExactlyInAnyOrder(Doolin.FORTNIGHTLY.value(), Doolin.FIRST_AND_LAST_FRIDAY.value());
    }

    @Test
    void counties_are_counted_and_the_rest_of_the_world_too() {
        JsonNode counties = Ask.get("/v1/counties").json(handler);
        JsonNode clare = counties.path("items")
                .valueStream()
                .filter(county -> county.path("slug").asString().equals("clare"))
                .findFirst()
                .orElseThrow();
        assertThat(clare.path("sessions").asInt()).isEqualTo(5);
        assertThat(clare.path("venues").asInt()).isEqualTo(2);
        assertThat(clare.at("/nights/THURSDAY").asInt()).isEqualTo(1);
        assertThat(clare.at("/nights/MONDAY").asInt()).isZero();
        assertThat(counties.path("countries").toString())
                .isEqualTo("[{\"country\":\"US\",\"sessions\":1,\"venues\":1}]");
    }

    @Test
    void the_cells_of_a_geohash_share_no_session_and_miss_none() {
        List<String> inCells = new ArrayList<>();
        for (char letter : "0123456789bcdefghjkmnpqrstuvwxyz".toCharArray()) {
            inCells.addAll(ids(Ask.get("/v1/areas/gc" + letter).json(handler)));
        }
        assertThat(inCells)
                .containsExactlyInAnyOrderElementsOf(ids(Ask.get("/v1/areas/gc").json(handler)));
        assertThat(inCells).hasSize(5);
    }

    private int status(String address) {
        return Ask.get(address).of(handler).getStatusCode();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
