package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.domain.venue.VenueId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Reports, decisions, objections and merges, as browsers send them. */
class ModerationOperationsTest {
    private static final OpenApiContract CONTRACT = new OpenApiContract();
    private static final String DECISIONS = "/v1/moderation/decisions";
    private static final String MINE = "/v1/sessions/" + TestSessions.WHENEVER + "/reviews/mine";
    private static final String REVIEW = "review:" + TestSessions.WHENEVER + ":1";

    private final TestMembers members = new TestMembers();

    private APIGatewayV2HTTPResponse sent(String subject, String method, String template, String path, String body) {
        TestRequest request = TestMembers.by(subject, TestRequest.get(path).withMethod(method));
        APIGatewayV2HTTPResponse response = members.send(body.isEmpty() ? request : request.withJson(body));
        CONTRACT.check(method, template, response);
        return response;
    }

    private JsonNode json(String subject, String method, String path, String body) {
        return TestRequest.json(sent(subject, method, path, path, body));
    }

    private void brendanWritesAndFionnReports() {
        members.done(TestMembers.BRENDAN, "PUT", MINE, "{\"rating\":1,\"text\":\"Buy my whistles.\"}");
        sent(
                TestMembers.FIONN,
                "POST",
                "/v1/reports",
                "/v1/reports",
                "{\"subject\":\"" + REVIEW + "\",\"reason\":\"SPAM\",\"text\":\"He sells whistles.\"}");
    }

    private static String decision(String subject, int version, String rest) {
        return "{\"subject\":\"%s\",\"version\":%d,\"note\":\"It is an advertisement.\",%s}"
                .formatted(subject, version, rest);
    }

    private JsonNode page() {
        return TestRequest.get("/v1/sessions/" + TestSessions.WHENEVER).json(members.publicHandler());
    }

    @Test
    void from_a_report_to_the_decision_to_the_author_and_back() {
        brendanWritesAndFionnReports();

        JsonNode waiting =
                json(TestMembers.MODERATOR, "GET", "/v1/moderation/queue", "").at("/items/0");
        assertThat(waiting.path("subject").asString()).isEqualTo(REVIEW);
        assertThat(waiting.at("/context/reviews/0/text").asString()).isEqualTo("Buy my whistles.");
        assertThat(waiting.at("/reports/0/text").asString()).isEqualTo("He sells whistles.");
        assertThat(waiting.path("allowed").valueStream().map(JsonNode::asString))
                .contains("KEEP", "HIDE", "REMOVE", "BLOCK")
                .doesNotContain("MERGE");

        JsonNode after = json(TestMembers.MODERATOR, "POST", DECISIONS, decision(REVIEW, 1, "\"decision\":\"HIDE\""));
        assertThat(after.path("items")).isEmpty();
        assertThat(page().at("/rating/count").asInt()).isZero();

        JsonNode told = json(TestMembers.BRENDAN, "GET", "/v1/me", "").at("/decisions/0");
        assertThat(told.path("decision").asString()).isEqualTo("HIDE");
        assertThat(told.path("note").asString()).isEqualTo("It is an advertisement.");
        assertThat(told.path("mayObject").asBoolean()).isTrue();
        assertThat(told.path("thing").asString()).isEqualTo("O'Hanlon's");

        String objection = "/v1/me/decisions/" + REVIEW + "/objection";
        String template = "/v1/me/decisions/{subject}/objection";
        JsonNode objected =
                TestRequest.json(sent(TestMembers.BRENDAN, "POST", template, objection, "{\"text\":\"I make them.\"}"));
        assertThat(objected.at("/decisions/0/mayObject").asBoolean()).isFalse();
        assertThat(sent(TestMembers.BRENDAN, "POST", template, objection, "{\"text\":\"And I insist.\"}")
                        .getStatusCode())
                .isEqualTo(409);
        JsonNode again =
                json(TestMembers.MODERATOR, "GET", "/v1/moderation/queue", "").at("/items/0");
        assertThat(again.at("/objection/text").asString()).isEqualTo("I make them.");
        assertThat(again.at("/decisions/0/decision").asString()).isEqualTo("HIDE");

        json(
                TestMembers.MODERATOR,
                "POST",
                DECISIONS,
                decision(REVIEW, again.path("version").asInt(), "\"decision\":\"KEEP\""));
        assertThat(page().at("/rating/count").asInt()).isEqualTo(1);
        JsonNode log = json(TestMembers.MODERATOR, "GET", "/v1/moderation/log", "");
        assertThat(log.path("items")
                        .valueStream()
                        .map(line -> line.path("decision").asString()))
                .containsExactly("KEEP", "HIDE");
    }

    @Test
    void nobody_is_shown_who_reported() {
        members.send(TestMembers.by(TestMembers.FIONN, TestRequest.get("/v1/me").withMethod("PUT"))
                .withHeader("if-match", "\"v0\"")
                .withJson("{\"displayName\":\"Fionn\"}"));
        brendanWritesAndFionnReports();

        String queue =
                json(TestMembers.MODERATOR, "GET", "/v1/moderation/queue", "").toString();
        members.done(TestMembers.MODERATOR, "POST", DECISIONS, decision(REVIEW, 1, "\"decision\":\"HIDE\""));
        String told = json(TestMembers.BRENDAN, "GET", "/v1/me", "").toString();

        assertThat(queue + told)
                .doesNotContain("Fionn", TestMembers.id(TestMembers.FIONN).value());
        assertThat(told).doesNotContain("He sells whistles.");
    }

    @Test
    void who_is_blocked_changes_nothing_but_may_object_and_leave() {
        brendanWritesAndFionnReports();
        json(TestMembers.MODERATOR, "POST", DECISIONS, decision(REVIEW, 1, "\"decision\":\"BLOCK\",\"days\":3"));

        JsonNode refused = TestRequest.json(
                sent(TestMembers.BRENDAN, "PUT", "/v1/sessions/{id}/reviews/mine", MINE, "{\"rating\":5}"));
        assertThat(refused.path("type").asString()).isEqualTo("/problems/blocked");
        assertThat(json(TestMembers.BRENDAN, "GET", "/v1/me", "")
                        .at("/blocked/until")
                        .asString())
                .isEqualTo("2026-11-27T20:00:00Z");
        assertThat(sent(
                                TestMembers.BRENDAN,
                                "POST",
                                "/v1/me/decisions/{subject}/objection",
                                "/v1/me/decisions/" + REVIEW + "/objection",
                                "{\"text\":\"I am sorry.\"}")
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(sent(TestMembers.BRENDAN, "DELETE", "/v1/me", "/v1/me?sessions=orphan&reviews=remove", "")
                        .getStatusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "decision":"MERGE"                                     | into
            "decision":"MERGE","into":"1111111111111111"           | decision
            "decision":"KEEP","into":"1111111111111111"            | into
            "decision":"HIDE","days":3                             | days
            "decision":"BLOCK","days":366                          | days
            "decision":"FORGIVE"                                   | decision
            "into":null                                            | decision
            """)
    void a_decision_that_makes_no_sense_is_refused_by_its_field(String rest, String field) {
        brendanWritesAndFionnReports();

        JsonNode problem = json(TestMembers.MODERATOR, "POST", DECISIONS, decision(REVIEW, 1, rest));

        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void of_two_moderators_the_second_is_told_that_it_is_decided() {
        brendanWritesAndFionnReports();
        json(TestMembers.MODERATOR, "POST", DECISIONS, decision(REVIEW, 1, "\"decision\":\"HIDE\""));

        JsonNode second =
                json(TestMembers.MODERATOR, "POST", DECISIONS, decision(REVIEW, 1, "\"decision\":\"REMOVE\""));

        assertThat(second.path("status").asInt()).isEqualTo(409);
        assertThat(second.path("detail").asString()).contains("HIDE", "It is an advertisement.");
    }

    @Test
    void whoever_decides_what_was_reported_once_more_meanwhile_reads_it_again() {
        brendanWritesAndFionnReports();
        sent(
                TestMembers.MODERATOR,
                "POST",
                "/v1/reports",
                "/v1/reports",
                "{\"subject\":\"" + REVIEW + "\",\"reason\":\"OFFENSIVE\"}");

        JsonNode refused = json(TestMembers.MODERATOR, "POST", DECISIONS, decision(REVIEW, 1, "\"decision\":\"HIDE\""));

        assertThat(refused.path("status").asInt()).isEqualTo(412);
    }

    @Test
    void the_log_says_what_was_merged_by_its_names() {
        members.mergedVenue();

        JsonNode log = json(TestMembers.MODERATOR, "GET", "/v1/moderation/log", "");

        assertThat(log.at("/items/0/name").asString()).isEqualTo("O'Hanlon's Bar");
        assertThat(log.at("/items/0/into").asString()).isEqualTo(TestSessions.OHANLONS.value());
        assertThat(log.at("/items/0/intoName").asString()).isEqualTo("O'Hanlon's");
    }

    @ParameterizedTest
    @CsvSource({"BURST, session:eeeeeeeeeeeeeeee, 400", "SPAM, session:0000000000000000, 404", "SPAM, everything, 400"})
    void what_nobody_can_report_is_refused(String reason, String subject, int status) {
        assertThat(sent(
                                TestMembers.FIONN,
                                "POST",
                                "/v1/reports",
                                "/v1/reports",
                                "{\"subject\":\"%s\",\"reason\":\"%s\"}".formatted(subject, reason))
                        .getStatusCode())
                .isEqualTo(status);
    }

    @Test
    void the_address_of_a_merged_venue_leads_to_the_other_until_that_is_undone() {
        VenueId twin = members.mergedVenue();
        TestRequest old = TestRequest.get("/v1/venues/" + twin);

        APIGatewayV2HTTPResponse moved = old.sentTo(members.publicHandler());
        CONTRACT.check("/v1/venues/{id}", moved);
        assertThat(moved.getStatusCode()).isEqualTo(301);
        assertThat(moved.getHeaders()).containsEntry("Location", "/v1/venues/" + TestSessions.OHANLONS);

        String undo = "/v1/moderation/merges/";
        assertThat(sent(TestMembers.MODERATOR, "DELETE", undo + "{from}", undo + twin, "")
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(old.sentTo(members.publicHandler()).getStatusCode()).isEqualTo(200);
        assertThat(sent(TestMembers.MODERATOR, "DELETE", undo + "{from}", undo + twin, "")
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void a_venue_is_surely_closed_when_a_second_member_says_so() {
        String template = "/v1/venues/{id}/gone";
        String path = template.replace("{id}", TestSessions.PADDYS.value());

        JsonNode first = TestRequest.json(sent(TestMembers.BRENDAN, "PUT", template, path, ""));
        JsonNode second = TestRequest.json(sent(TestMembers.FIONN, "PUT", template, path, ""));
        JsonNode open = TestRequest.json(sent(TestMembers.BRENDAN, "DELETE", template, path, ""));

        assertThat(first.at("/venue/closed/sure").asBoolean()).isFalse();
        assertThat(first.path("gone").asBoolean()).isTrue();
        assertThat(second.at("/venue/closed/sure").asBoolean()).isTrue();
        assertThat(open.at("/venue/closed").isNull()).isTrue();
        assertThat(open.path("gone").asBoolean()).isFalse();
    }
}
