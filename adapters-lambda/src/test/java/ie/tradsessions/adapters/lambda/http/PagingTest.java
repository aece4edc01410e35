package ie.tradsessions.adapters.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.TestRequest;
import ie.tradsessions.adapters.lambda.TestSessions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PagingTest {
    private final PublicHandler handler = new TestSessions().handler();

    @Test
    void pages_lead_from_the_first_item_to_the_last() {
        for (String list : List.of("/v1/sessions?sort=name&limit=", "/v1/areas/gc?limit=", "/v1/venues?limit=")) {
            List<String> whole = TestRequest.ids(TestRequest.get(list + "100").json(handler));
            for (int limit = 1; limit <= whole.size(); limit++) {
                List<String> walked = new ArrayList<>();
                String cursor = "";
                do {
                    JsonNode page = TestRequest.get(list + limit + cursor).json(handler);
                    assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
                    walked.addAll(TestRequest.ids(page));
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
        String next = TestRequest.get("/v1/sessions?county=clare&limit=1")
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

    private int status(String address) {
        return TestRequest.get(address).sentTo(handler).getStatusCode();
    }
}
