package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.domain.session.SessionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What members say of whether a session is on, as their browsers send it. It is shared by Siobhán, and on Mondays. */
class FeedbackOperationsTest {
    private static final OpenApiContract CONTRACT = new OpenApiContract();
    private static final String CONFIRMATIONS = "/confirmations";
    private static final String QUESTION = "/question";
    private static final String ANSWER = "/question/answer";
    private static final String GONE = "/gone";

    private final TestMembers members = new TestMembers();
    private final SessionId session = members.share(TestMembers.SIOBHAN, TestSessions.OHANLONS);

    @BeforeEach
    void have_names() {
        name(TestMembers.SIOBHAN, "Siobhán");
        name(TestMembers.BRENDAN, "Breandán");
    }

    private void name(String subject, String name) {
        members.send(TestMembers.by(subject, TestRequest.get("/v1/me").withMethod("PUT"))
                .withHeader("if-match", "\"v0\"")
                .withJson("{\"displayName\":\"" + name + "\"}"));
    }

    private APIGatewayV2HTTPResponse sent(String subject, String method, String what, String body) {
        TestRequest request = TestMembers.by(
                subject, TestRequest.get("/v1/sessions/" + session + what).withMethod(method));
        APIGatewayV2HTTPResponse response = members.send(body.isEmpty() ? request : request.withJson(body));
        CONTRACT.check(method, "/v1/sessions/{id}" + what.replaceFirst("2026-.*", "{date}"), response);
        return response;
    }

    private JsonNode said(String subject, String method, String what, String body) {
        return TestRequest.json(sent(subject, method, what, body));
    }

    private JsonNode page() {
        return TestRequest.get("/v1/sessions/" + session).json(members.publicHandler());
    }

    private JsonNode me(String subject) {
        APIGatewayV2HTTPResponse response = members.send(TestMembers.by(subject, TestRequest.get("/v1/me")));
        CONTRACT.check("/v1/me", response);
        return TestRequest.json(response);
    }

    private static String night(String date, boolean on) {
        return "{\"date\":\"%s\",\"on\":%b}".formatted(date, on);
    }

    @Test
    void each_member_counts_once_for_a_night_however_often_they_say_so() {
        said(TestMembers.BRENDAN, "POST", CONFIRMATIONS, night("2026-11-23", false));
        said(TestMembers.BRENDAN, "POST", CONFIRMATIONS, night("2026-11-23", true));
        said(TestMembers.BRENDAN, "POST", CONFIRMATIONS, night("2026-11-23", true));
        JsonNode mine = said(TestMembers.FIONN, "POST", CONFIRMATIONS, night("2026-11-23", true));

        assertThat(mine.at("/mine/nights/0/date").asString()).isEqualTo("2026-11-23");
        assertThat(mine.at("/mine/nights/0/on").asBoolean()).isTrue();
        assertThat(page().at("/freshness/confirmations").asInt()).isEqualTo(2);
        assertThat(page().at("/freshness/lastNight").asString()).isEqualTo("2026-11-23");

        JsonNode card = me(TestMembers.SIOBHAN).at("/organised/0/card");
        assertThat(card.path("recentNight").asString()).isEqualTo("2026-11-23");

        JsonNode back = said(TestMembers.FIONN, "DELETE", CONFIRMATIONS + "/2026-11-23", "");
        assertThat(back.at("/mine/nights")).isEmpty();
        assertThat(page().at("/freshness/confirmations").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"date":"2026-11-24","on":true}  | date
            {"date":"2026-11-30","on":true}  | date
            {"date":"2026-09-01","on":true}  | date
            {"date":"yesterday","on":true}   | date
            {"date":"2026-11-23"}            | on
            {"on":true}                      | date
            {"date":"2026-11-23","on":"yes"} | on
            """)
    void what_is_no_night_of_it_is_refused_by_its_field(String body, String field) {
        JsonNode problem = said(TestMembers.BRENDAN, "POST", CONFIRMATIONS, body);

        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void a_question_is_seen_by_the_organiser_answered_and_seen_by_whoever_asked() {
        JsonNode asked = said(TestMembers.BRENDAN, "POST", QUESTION, "");

        assertThat(asked.at("/session/question/date").asString()).isEqualTo("2026-11-30");
        assertThat(asked.at("/mine/asked").asString()).isEqualTo("2026-11-30");
        assertThat(asked.at("/rights/answer").asBoolean()).isFalse();
        JsonNode open = me(TestMembers.SIOBHAN).at("/questions/0");
        assertThat(open.path("date").asString()).isEqualTo("2026-11-30");
        assertThat(open.at("/session/askedFor").asString()).isEqualTo("2026-11-30");

        JsonNode answered = said(TestMembers.SIOBHAN, "POST", ANSWER, night("2026-11-30", false));

        assertThat(answered.at("/session/nights/0/status").asString()).isEqualTo("CANCELLED");
        assertThat(answered.at("/session/question/answer/by").asString()).isEqualTo("Siobhán");
        assertThat(me(TestMembers.SIOBHAN).path("questions")).isEmpty();
        JsonNode seen = me(TestMembers.BRENDAN).at("/asked/0/question/answer");
        assertThat(seen.path("on").asBoolean()).isFalse();
        assertThat(seen.path("organiser").asBoolean()).isTrue();
        assertThat(seen.path("by").asString()).isEqualTo("Siobhán");
    }

    @Test
    void nobody_is_pestered_and_the_organiser_knows_best() {
        said(TestMembers.BRENDAN, "POST", QUESTION, "");
        JsonNode again = said(TestMembers.BRENDAN, "POST", QUESTION, "");
        assertThat(again.at("/session/question/askers").asInt()).isEqualTo(1);

        assertThat(sent(TestMembers.FIONN, "POST", ANSWER, night("2026-11-30", false))
                        .getStatusCode())
                .isEqualTo(403);
        assertThat(said(TestMembers.SIOBHAN, "POST", ANSWER, night("2026-12-07", true))
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("date");
        said(TestMembers.SIOBHAN, "POST", ANSWER, night("2026-11-30", true));
        members.done(TestMembers.FIONN, "PUT", "/v1/me/favourites/" + session, null);
        JsonNode late = said(TestMembers.FIONN, "POST", ANSWER, night("2026-11-30", false));
        assertThat(late.path("type").asString()).isEqualTo("/problems/answered-already");
        assertThat(page().at("/question/answer/on").asBoolean()).isTrue();
    }

    @Test
    void it_is_gone_when_two_members_say_so_and_one_tap_takes_it_back() {
        said(TestMembers.BRENDAN, "PUT", GONE, "");
        assertThat(page().at("/gone/sure").asBoolean()).isFalse();
        JsonNode gone = said(TestMembers.FIONN, "PUT", GONE, "");

        assertThat(gone.at("/mine/gone").asBoolean()).isTrue();
        assertThat(page().at("/gone/sure").asBoolean()).isTrue();
        assertThat(page().at("/gone/said/0/by").asString()).isEqualTo("Breandán");
        assertThat(page().at("/freshness/state").asString()).isEqualTo("ENDED");

        said(TestMembers.BRENDAN, "DELETE", GONE, "");
        assertThat(page().path("gone").isNull()).isTrue();
    }

    @Test
    void what_the_organiser_says_is_gone_members_do_not_bring_back() {
        said(TestMembers.SIOBHAN, "PUT", GONE, "");

        assertThat(sent(TestMembers.BRENDAN, "DELETE", GONE, "").getStatusCode())
                .isEqualTo(403);
        assertThat(page().at("/gone/said/0/role").asString()).isEqualTo("ORGANISER");
        assertThat(sent(TestMembers.MODERATOR, "DELETE", GONE, "").getStatusCode())
                .isEqualTo(200);
    }
}
