package ie.tradsessions.adapters.lambda.venue;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.TestRequest;
import ie.tradsessions.adapters.lambda.TestSessions;
import org.junit.jupiter.api.Test;

class VenueOperationsTest {
    private final PublicHandler handler = new TestSessions().handler();

    @Test
    void distance_is_told_only_to_those_who_say_where_they_are() {
        assertThat(TestRequest.get("/v1/venues?near=52.9412,-9.2926")
                        .json(handler)
                        .at("/items/1/distanceKm")
                        .asDouble())
                .isBetween(10.0, 10.1);
        assertThat(TestRequest.get("/v1/venues")
                        .json(handler)
                        .at("/items/0/distanceKm")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_venue_is_found_by_text_and_county() {
        assertThat(TestRequest.ids(
                        TestRequest.get("/v1/venues?q=fisher&county=clare").json(handler)))
                .containsExactly(TestSessions.OHANLONS.value());
        assertThat(TestRequest.ids(
                        TestRequest.get("/v1/venues?q=fisher&county=kerry").json(handler)))
                .isEmpty();
    }
}
