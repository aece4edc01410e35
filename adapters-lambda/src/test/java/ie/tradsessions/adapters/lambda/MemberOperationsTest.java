package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What members do, as their browsers do it. */
class MemberOperationsTest {
    private static final OpenApiContract CONTRACT = new OpenApiContract();

    private final TestMembers members = new TestMembers();

    private static TestRequest request(String method, String address) {
        return TestRequest.get(address).withMethod(method);
    }

    private APIGatewayV2HTTPResponse siobhan(String template, TestRequest request) {
        APIGatewayV2HTTPResponse response = members.send(TestMembers.by(TestMembers.SIOBHAN, request));
        CONTRACT.check(request.method(), template, response);
        return response;
    }

    private static JsonNode json(APIGatewayV2HTTPResponse response) {
        return TestRequest.json(response);
    }

    @Test
    void what_is_shared_is_answered_with_its_version_and_its_address_and_is_public_at_once() {
        APIGatewayV2HTTPResponse response = siobhan(
                "/v1/sessions", request("POST", "/v1/sessions").withJson(TestMembers.session(TestSessions.OHANLONS)));

        String id = json(response).at("/session/id").asString();
        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(response.getHeaders())
                .containsEntry("ETag", "\"v1\"")
                .containsEntry("Location", "/v1/sessions/" + id);
        assertThat(json(response).at("/rights/change").asBoolean()).isTrue();
        assertThat(TestRequest.get("/v1/sessions/" + id)
                        .json(members.publicHandler())
                        .path("craic")
                        .asString())
                .isEqualTo("Mind the step.");
    }

    @Test
    void the_same_request_under_the_same_key_is_done_once_and_another_is_refused() {
        TestRequest publish = request("POST", "/v1/sessions")
                .withHeader("idempotency-key", "tap-1")
                .withJson(TestMembers.session(TestSessions.OHANLONS));

        String first = json(siobhan("/v1/sessions", publish)).at("/session/id").asString();
        String again = json(siobhan("/v1/sessions", publish)).at("/session/id").asString();
        APIGatewayV2HTTPResponse other =
                siobhan("/v1/sessions", publish.withJson(TestMembers.session(TestSessions.TEACH_CEOIL)));
        APIGatewayV2HTTPResponse elsewhere = siobhan(
                "/v1/venues",
                request("POST", "/v1/venues")
                        .withHeader("idempotency-key", "tap-1")
                        .withJson("""
                        {"name":"The Corner House","town":"Ardara","location":{"lat":54.7639,"lon":-8.4097}}"""));
        String brendans = json(members.send(TestMembers.by(TestMembers.BRENDAN, publish)))
                .at("/session/id")
                .asString();

        assertThat(again).isEqualTo(first);
        assertThat(other.getStatusCode()).isEqualTo(422);
        assertThat(elsewhere.getStatusCode()).isEqualTo(201);
        assertThat(brendans).isNotEqualTo(first);
    }

    @Test
    void a_key_is_visible_text() {
        APIGatewayV2HTTPResponse response = siobhan(
                "/v1/sessions",
                request("POST", "/v1/sessions")
                        .withHeader("idempotency-key", "a b")
                        .withJson(TestMembers.session(TestSessions.OHANLONS)));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getBody()).contains("Idempotency-Key");
    }

    @Test
    void of_two_edits_of_one_version_the_second_is_refused() {
        SessionId id = members.share(TestMembers.SIOBHAN, TestSessions.OHANLONS);
        TestRequest change =
                request("PUT", "/v1/sessions/" + id).withJson(TestMembers.changedSession(TestSessions.OHANLONS));
        String template = "/v1/sessions/{id}";

        assertThat(siobhan(template, change).getStatusCode()).isEqualTo(428);
        APIGatewayV2HTTPResponse first = siobhan(template, change.withHeader("if-match", "\"v1\""));
        TestRequest other = change.withJson(change.body().replace("Mondays", "Another name"));
        APIGatewayV2HTTPResponse second = siobhan(template, other.withHeader("if-match", "\"v1\""));
        APIGatewayV2HTTPResponse nonsense = siobhan(template, change.withHeader("if-match", "\"abc\""));

        assertThat(first.getHeaders()).containsEntry("ETag", "\"v2\"");
        assertThat(json(first).at("/session/name").asString()).isEqualTo("Mondays");
        assertThat(List.of(second.getStatusCode(), nonsense.getStatusCode())).containsExactly(412, 412);
    }

    @Test
    void each_wrong_field_is_named_by_its_path() {
        APIGatewayV2HTTPResponse response =
                siobhan("/v1/sessions", request("POST", "/v1/sessions").withJson("""
                {"venue":"nowhere","schedule":{"kind":"WEEKLY","days":[],"start":"25:00"},"admission":"OPEN","pace":"FAST",
                "leadership":"UNLED","focus":"TUNES"}"""));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .contains("venue", "schedule.start", "pace");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"status":"SCHEDULED","note":"x"}               | note
            {"status":"CANCELLED","at":"20:00"}             | at
            {"status":"MOVED"}                              | status
            {"status":"MOVED","to":"0000000000000000"}      | to
            {"status":"LATER"}                              | status
            {}                                              | status
            """)
    void a_night_that_makes_no_sense_is_refused(String body, String field) {
        SessionId id = members.share(TestMembers.SIOBHAN, TestSessions.OHANLONS);

        APIGatewayV2HTTPResponse response = siobhan(
                "/v1/sessions/{id}/occurrences/{date}",
                request("PUT", "/v1/sessions/" + id + "/occurrences/2026-11-30")
                        .withHeader("if-match", "\"v1\"")
                        .withJson(body));

        assertThat(json(response).at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void a_night_is_cancelled_moved_and_on_again() {
        SessionId id = members.share(TestMembers.SIOBHAN, TestSessions.OHANLONS);
        String template = "/v1/sessions/{id}/occurrences/{date}";
        TestRequest monday = request("PUT", "/v1/sessions/" + id + "/occurrences/2026-11-30");

        JsonNode cancelled = json(siobhan(
                template,
                monday.withHeader("if-match", "\"v1\"").withJson("{\"status\":\"CANCELLED\",\"note\":\"Roof\"}")));
        JsonNode moved = json(siobhan(
                template,
                monday.withHeader("if-match", "\"v2\"")
                        .withJson("{\"status\":\"MOVED\",\"at\":\"22:00\",\"to\":\"" + TestSessions.TEACH_CEOIL
                                + "\"}")));
        JsonNode on =
                json(siobhan(template, monday.withHeader("if-match", "\"v3\"").withJson("{\"status\":\"SCHEDULED\"}")));
        APIGatewayV2HTTPResponse tuesday = siobhan(
                template,
                request("PUT", "/v1/sessions/" + id + "/occurrences/2026-12-01")
                        .withHeader("if-match", "\"v4\"")
                        .withJson("{\"status\":\"CANCELLED\"}"));

        assertThat(cancelled.at("/session/nights/0/status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/changes/0/note").asString()).isEqualTo("Roof");
        assertThat(moved.at("/changes/0/to/name").asString()).isEqualTo("Teach Ceoil");
        assertThat(moved.at("/changes/0/at").asString()).isEqualTo("22:00");
        assertThat(on.path("changes")).isEmpty();
        assertThat(tuesday.getStatusCode()).isEqualTo(400);
    }

    @Test
    void what_looks_alike_is_shown_and_lets_one_go_on() {
        members.share(TestMembers.SIOBHAN, TestSessions.OHANLONS);
        String again = TestMembers.session(TestSessions.OHANLONS);
        APIGatewayV2HTTPResponse response = siobhan(
                "/v1/sessions",
                request("POST", "/v1/sessions").withJson(again.replace(",\"anotherSession\":true", "")));
        APIGatewayV2HTTPResponse venue =
                siobhan("/v1/venues", request("POST", "/v1/venues").withJson("""
                {"name":"O'Hanlon's Bar","town":"Doolin","location":{"lat":53.0161,"lon":-9.3772}}"""));

        assertThat(response.getStatusCode()).isEqualTo(409);
        assertThat(json(response).at("/candidates/0/venue/name").asString()).isEqualTo("O'Hanlon's");
        assertThat(siobhan("/v1/sessions", request("POST", "/v1/sessions").withJson(again))
                        .getStatusCode())
                .isEqualTo(201);
        assertThat(venue.getStatusCode()).isEqualTo(409);
        assertThat(json(venue).at("/candidates/0/name").asString()).isEqualTo("O'Hanlon's");
    }

    @Test
    void a_session_that_was_taken_down_is_shown_to_its_organiser_alone_and_not_shared_again() {
        SessionId id = members.share(TestMembers.SIOBHAN, TestSessions.OHANLONS);

        JsonNode down = json(siobhan(
                "/v1/sessions/{id}/takedown",
                request("PUT", "/v1/sessions/" + id + "/takedown").withHeader("if-match", "\"v1\"")));

        assertThat(down.path("takenDown").asBoolean()).isTrue();
        assertThat(TestRequest.get("/v1/sessions/" + id)
                        .sentTo(members.publicHandler())
                        .getStatusCode())
                .isEqualTo(404);
        assertThat(siobhan("/v1/me/sessions/{id}", request("GET", "/v1/me/sessions/" + id))
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(members.send(TestMembers.by(TestMembers.BRENDAN, request("GET", "/v1/me/sessions/" + id)))
                        .getStatusCode())
                .isEqualTo(404);
        APIGatewayV2HTTPResponse again =
                members.send(TestMembers.by(TestMembers.BRENDAN, request("POST", "/v1/sessions"))
                        .withJson(TestMembers.session(TestSessions.OHANLONS)));
        assertThat(again.getStatusCode()).isEqualTo(409);
        assertThat(again.getBody()).contains("/problems/taken-down");
    }

    @Test
    void a_session_is_handed_over_by_a_code() {
        SessionId id = members.share(TestMembers.SIOBHAN, TestSessions.OHANLONS);
        JsonNode offer =
                json(siobhan("/v1/sessions/{id}/hand-over", request("POST", "/v1/sessions/" + id + "/hand-over")));
        TestRequest takeOver =
                TestMembers.by(TestMembers.BRENDAN, request("POST", "/v1/sessions/" + id + "/organiser"));

        APIGatewayV2HTTPResponse wrong = members.send(takeOver.withJson("{\"code\":\"0000000000000000\"}"));
        APIGatewayV2HTTPResponse right = members.send(
                takeOver.withJson("{\"code\":\"" + offer.path("code").asString() + "\"}"));

        assertThat(wrong.getStatusCode()).isEqualTo(400);
        assertThat(wrong.getBody()).contains("\"field\":\"code\"");
        assertThat(json(right).at("/rights/change").asBoolean()).isTrue();
        assertThat(json(siobhan("/v1/me/sessions/{id}", request("GET", "/v1/me/sessions/" + id)))
                        .at("/rights/change")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void who_changes_too_much_is_told_when_to_go_on() {
        APIGatewayV2HTTPResponse response = null;
        for (int i = 0; i <= 60; i++) {
            response = siobhan(
                    "/v1/me/favourites/{id}",
                    request(i % 2 == 0 ? "PUT" : "DELETE", "/v1/me/favourites/" + TestSessions.THURSDAYS));
        }

        assertThat(response.getStatusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(response.getHeaders().get("Retry-After"))).isBetween(1, 3900);
        assertThat(members.send(TestMembers.by(
                                TestMembers.BRENDAN, request("PUT", "/v1/me/favourites/" + TestSessions.THURSDAYS)))
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void a_body_is_json_of_at_most_64_kilobytes() {
        String template = "/v1/sessions";
        TestRequest post = request("POST", "/v1/sessions");

        assertThat(siobhan(template, post.withJson("{}").withHeader("content-type", "text/plain"))
                        .getStatusCode())
                .isEqualTo(415);
        assertThat(siobhan(template, post.withJson("{\"craic\":\"" + "a".repeat(70_000) + "\"}"))
                        .getStatusCode())
                .isEqualTo(413);
        assertThat(siobhan(template, post.withJson("{".repeat(100))).getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void a_name_is_kept_once_and_changes_wherever_it_stands() {
        SessionId id = members.share(TestMembers.SIOBHAN, TestSessions.OHANLONS);
        TestRequest save = request("PUT", "/v1/me");

        siobhan("/v1/me", save.withHeader("if-match", "\"v0\"").withJson("{\"displayName\":\"Siobhán\"}"));
        String before = organiser(id);
        siobhan("/v1/me", save.withHeader("if-match", "\"v1\"").withJson("{\"displayName\":\"Shiv\"}"));

        assertThat(before).isEqualTo("Siobhán");
        assertThat(organiser(id)).isEqualTo("Shiv");
    }

    private String organiser(SessionId id) {
        return TestRequest.get("/v1/sessions/" + id)
                .json(members.publicHandler())
                .at("/organiser/name")
                .asString();
    }

    @Test
    void a_calendar_holds_the_nights_of_ones_sessions_until_its_address_is_revoked() {
        String address = members.calendarOf(TestMembers.SIOBHAN);

        String calendar = TestRequest.text(TestRequest.get(address).sentTo(members.publicHandler()));
        siobhan("/v1/me/calendar", request("DELETE", "/v1/me/calendar"));

        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("BEGIN:VEVENT", "SUMMARY:O'Hanlon's", "DTSTART:20261130T210000Z");
        assertThat(TestRequest.get(address).sentTo(members.publicHandler()).getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void everything_about_a_member_is_one_file_and_nothing_is_left_when_they_leave() {
        SessionId id = members.share(TestMembers.SIOBHAN, TestSessions.OHANLONS);
        siobhan(
                "/v1/me",
                request("PUT", "/v1/me").withHeader("if-match", "\"v0\"").withJson("{\"displayName\":\"Siobhán\"}"));
        siobhan("/v1/me/favourites/{id}", request("PUT", "/v1/me/favourites/" + TestSessions.THURSDAYS));

        APIGatewayV2HTTPResponse file = siobhan("/v1/me/export", request("GET", "/v1/me/export"));
        JsonNode deleted = json(siobhan("/v1/me", request("DELETE", "/v1/me?sessions=hand-over&reviews=remove")));
        JsonNode after = json(siobhan("/v1/me", request("GET", "/v1/me")));

        assertThat(file.getHeaders().get("Content-Disposition")).contains("attachment");
        assertThat(json(file).at("/sessions/0/id").asString()).isEqualTo(id.value());
        assertThat(json(file).at("/favourites/0").asString()).isEqualTo(TestSessions.THURSDAYS.value());
        assertThat(deleted.at("/offers/0/session").asString()).isEqualTo(id.value());
        assertThat(after.path("displayName").isNull()).isTrue();
        assertThat(after.path("organised")).isEmpty();
        JsonNode session = TestRequest.get("/v1/sessions/" + id).json(members.publicHandler());
        assertThat(session.at("/shared/by").isNull()).isTrue();
        assertThat(session.path("organiser").isNull()).isTrue();
    }

    @Test
    void a_correction_of_a_venue_is_kept_and_undone() {
        String path = "/v1/venues/" + TestSessions.TEACH_CEOIL;
        String body = """
                {"name":"Teach Ceoil","town":"Ennistymon","location":{"lat":52.9412,"lon":-9.2926},"phone":"065 707 0000"}""";

        JsonNode changed = json(siobhan(
                "/v1/venues/{id}",
                request("PUT", path).withHeader("if-match", "\"v1\"").withJson(body)));
        JsonNode undone = json(siobhan(
                "/v1/venues/{id}/changes/{version}",
                request("DELETE", path + "/changes/2").withHeader("if-match", "\"v2\"")));
        APIGatewayV2HTTPResponse again = siobhan(
                "/v1/venues/{id}/changes/{version}",
                request("DELETE", path + "/changes/2").withHeader("if-match", "\"v3\""));

        assertThat(changed.at("/history/0/fields/0/field").asString()).isEqualTo("phone");
        assertThat(changed.at("/history/0/mine").asBoolean()).isTrue();
        assertThat(changed.at("/history/0/undoable").asBoolean()).isTrue();
        assertThat(undone.at("/venue/phone").isNull()).isTrue();
        assertThat(undone.path("history")).hasSize(2);
        assertThat(again.getStatusCode()).isEqualTo(409);
    }

    @Test
    void a_venue_is_closed_for_good_and_open_after_all() {
        String path = "/v1/venues/" + TestSessions.TEACH_CEOIL;
        String body = """
                {"name":"Teach Ceoil","town":"Ennistymon","location":{"lat":52.9412,"lon":-9.2926},"closed":%s}""";

        JsonNode closed = json(siobhan(
                "/v1/venues/{id}",
                request("PUT", path).withHeader("if-match", "\"v1\"").withJson(body.formatted("true"))));
        JsonNode open = json(siobhan(
                "/v1/venues/{id}",
                request("PUT", path).withHeader("if-match", "\"v2\"").withJson(body.formatted("false"))));

        assertThat(closed.at("/venue/closed/on").asString()).isEqualTo("2026-11-24");
        assertThat(open.at("/venue/closed").isNull()).isTrue();
    }
}
