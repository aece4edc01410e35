package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.domain.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Reviews, as browsers send and read them. */
class ReviewOperationsTest {
    private static final OpenApiContract CONTRACT = new OpenApiContract();
    private static final String LIST = "/v1/sessions/{id}/reviews";
    private static final String MINE = "/v1/sessions/{id}/reviews/mine";

    private final TestMembers members = new TestMembers();
    private final SessionId session = members.share(TestMembers.SIOBHAN, TestSessions.OHANLONS);

    @BeforeEach
    void has_a_name() {
        members.send(
                TestMembers.by(TestMembers.BRENDAN, TestRequest.get("/v1/me").withMethod("PUT"))
                        .withHeader("if-match", "\"v0\"")
                        .withJson("{\"displayName\":\"Breandán\"}"));
    }

    private APIGatewayV2HTTPResponse sent(String subject, String method, String template, String body) {
        String path = template.replace("{id}", session.value()).replace("{number}", "1");
        TestRequest request = TestMembers.by(subject, TestRequest.get(path).withMethod(method));
        APIGatewayV2HTTPResponse response = members.send(body.isEmpty() ? request : request.withJson(body));
        CONTRACT.check(method, template, response);
        return response;
    }

    private JsonNode json(String subject, String method, String template, String body) {
        return TestRequest.json(sent(subject, method, template, body));
    }

    private JsonNode page() {
        return TestRequest.get("/v1/sessions/" + session).json(members.publicHandler());
    }

    @Test
    void a_review_is_written_changed_and_withdrawn_and_counts_once() {
        JsonNode written = json(TestMembers.BRENDAN, "PUT", MINE, "{\"rating\":3,\"text\":\"A bit loud.\"}");

        assertThat(written.at("/mine/review/visibility").asString()).isEqualTo("SHOWN");
        assertThat(written.at("/mine/review/by").asString()).isEqualTo("Breandán");
        assertThat(page().at("/reviews/items/0/text").asString()).isEqualTo("A bit loud.");
        assertThat(page().at("/reviews/items/0/changedAt").isNull()).isTrue();

        json(TestMembers.BRENDAN, "PUT", MINE, "{\"rating\":5,\"night\":\"2026-11-23\"}");
        assertThat(page().at("/rating/count").asInt()).isEqualTo(1);
        assertThat(page().at("/rating/mean").asDouble()).isEqualTo(5.0);
        assertThat(page().at("/reviews/items/0/night").asString()).isEqualTo("2026-11-23");
        assertThat(page().at("/reviews/more").asBoolean()).isFalse();

        JsonNode withdrawn = json(TestMembers.BRENDAN, "DELETE", MINE, "");
        assertThat(withdrawn.at("/mine/review").isNull()).isTrue();
        assertThat(page().at("/rating/count").asInt()).isZero();
        assertThat(page().at("/reviews/items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text":"No stars"}                  | rating
            {"rating":0}                         | rating
            {"rating":6}                         | rating
            {"rating":4.5}                       | rating
            {"rating":"5"}                       | rating
            {"rating":5,"night":"2026-11-25"}    | night
            {"rating":5,"night":"last Thursday"} | night
            {"rating":5,"author":"somebody"}     | author
            """)
    void each_wrong_field_is_named(String body, String field) {
        JsonNode problem = json(TestMembers.BRENDAN, "PUT", MINE, body);

        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void a_review_is_found_helpful_by_others_and_answered_by_the_organiser_once() {
        String helpful = "/v1/sessions/{id}/reviews/{number}/helpful";
        String answer = "/v1/sessions/{id}/reviews/{number}/answer";
        json(TestMembers.BRENDAN, "PUT", MINE, "{\"rating\":4}");

        json(TestMembers.FIONN, "PUT", helpful, "");
        JsonNode marked = json(TestMembers.FIONN, "PUT", helpful, "");
        assertThat(marked.at("/session/reviews/items/0/helpful").asInt()).isEqualTo(1);
        assertThat(marked.at("/mine/helpful/0").asInt()).isEqualTo(1);
        assertThat(sent(TestMembers.BRENDAN, "PUT", helpful, "").getStatusCode())
                .isEqualTo(403);
        assertThat(json(TestMembers.FIONN, "DELETE", helpful, "")
                        .at("/session/reviews/items/0/helpful")
                        .asInt())
                .isZero();

        assertThat(sent(TestMembers.FIONN, "PUT", answer, "{\"text\":\"Thanks\"}")
                        .getStatusCode())
                .isEqualTo(403);
        JsonNode answered = json(TestMembers.SIOBHAN, "PUT", answer, "{\"text\":\"Come again!\"}");
        assertThat(answered.at("/session/reviews/items/0/answer/text").asString())
                .isEqualTo("Come again!");
        assertThat(answered.at("/rights/answerReviews").asBoolean()).isTrue();
        assertThat(json(TestMembers.SIOBHAN, "PUT", answer, "{\"text\":\"Or do not.\"}")
                        .path("type")
                        .asString())
                .isEqualTo("/problems/answered-already");
    }

    @Test
    void members_see_their_own_reviews_with_the_sessions() {
        json(TestMembers.BRENDAN, "PUT", MINE, "{\"rating\":4}");

        JsonNode mine = json(TestMembers.BRENDAN, "GET", "/v1/me/reviews", "");

        assertThat(mine.at("/items/0/session/id").asString()).isEqualTo(session.value());
        assertThat(mine.at("/items/0/review/rating").asInt()).isEqualTo(4);
        assertThat(mine.at("/items/0/review/by").asString()).isEqualTo("Breandán");
    }

    @Test
    void a_burst_by_new_members_is_held_and_its_authors_alone_see_it() {
        json(TestMembers.BRENDAN, "PUT", MINE, "{\"rating\":1}");
        json(TestMembers.FIONN, "PUT", MINE, "{\"rating\":1}");
        JsonNode third = json(TestMembers.MODERATOR, "PUT", MINE, "{\"rating\":1}");

        assertThat(third.at("/mine/review/visibility").asString()).isEqualTo("HELD");
        assertThat(page().at("/rating/count").asInt()).isZero();
        assertThat(page().at("/reviews/items")).isEmpty();
        JsonNode queue = json(TestMembers.MODERATOR, "GET", "/v1/moderation/queue", "");
        assertThat(queue.at("/items/0/subject").asString()).isEqualTo("held:" + session);
        assertThat(queue.at("/items/0/reports/0/reason").asString()).isEqualTo("BURST");
        assertThat(queue.at("/items/0/context/reviews")).hasSize(3);
    }

    @Test
    void the_pages_of_the_list_show_each_review_once_in_either_order() {
        assertThat(numbers("newest")).containsExactly(12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(numbers("helpful")).containsExactly(12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
    }

    private List<Integer> numbers(String sort) {
        String address = "/v1/sessions/" + TestSessions.THURSDAYS + "/reviews?limit=5&sort=" + sort;
        List<Integer> numbers = new ArrayList<>();
        JsonNode page = list(address);
        while (true) {
            page.path("items")
                    .forEach(review -> numbers.add(review.path("number").asInt()));
            if (page.path("next").isNull()) {
                return numbers;
            }
            page = list(address + "&cursor=" + page.path("next").asString());
        }
    }

    private JsonNode list(String address) {
        APIGatewayV2HTTPResponse response = TestRequest.get(address).sentTo(members.publicHandler());
        CONTRACT.check(LIST, response);
        return TestRequest.json(response);
    }

    @Test
    void a_cursor_of_one_order_is_none_of_the_other() {
        String address = "/v1/sessions/" + TestSessions.THURSDAYS + "/reviews?limit=5&sort=";
        String cursor = list(address + "newest").path("next").asString();

        assertThat(list(address + "helpful&cursor=" + cursor)
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("cursor");
    }
}
