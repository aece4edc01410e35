package ie.tradsessions.adapters.lambda.place;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.TestRequest;
import ie.tradsessions.adapters.lambda.TestSessions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlaceOperationsTest {
    private final PublicHandler handler = new TestSessions().handler();

    @Test
    void counties_are_counted_and_the_rest_of_the_world_too() {
        JsonNode counties = TestRequest.get("/v1/counties").json(handler);
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
}
