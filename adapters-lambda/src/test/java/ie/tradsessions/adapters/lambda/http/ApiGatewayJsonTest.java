package ie.tradsessions.adapters.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiGatewayJsonTest {
    /** As API Gateway documents it, with a body. */
    private static final String EVENT = """
            {
              "version": "2.0",
              "routeKey": "POST /v1/sessions/{id}/confirmations",
              "rawPath": "/v1/sessions/a%20b/confirmations",
              "rawQueryString": "day=MONDAY&day=TUESDAY",
              "cookies": ["__Secure-refresh=abc", "other=1"],
              "headers": {"content-type": "application/json", "x-forwarded-for": "203.0.113.9, 198.51.100.7"},
              "queryStringParameters": {"day": "MONDAY,TUESDAY"},
              "requestContext": {
                "accountId": "123456789012",
                "authorizer": {"jwt": {"claims": {"sub": "siobhan", "requestId": "theirs"}, "scopes": ["member"]}},
                "http": {
                  "method": "POST",
                  "path": "/v1/sessions/a b/confirmations",
                  "protocol": "HTTP/1.1",
                  "sourceIp": "203.0.113.9",
                  "userAgent": "a phone"
                },
                "requestId": "Kf3aXh7wDoEEPXg=",
                "stage": "$default",
                "timeEpoch": 1583348638390
              },
              "pathParameters": {"id": "a b"},
              "body": "eyJvbiI6dHJ1ZX0=",
              "isBase64Encoded": true
            }""";

    private static APIGatewayV2HTTPEvent read(String json) throws IOException {
        return ApiGatewayJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpRequest request(String json) throws IOException {
        return ApiGatewayEvents.request(read(json), null);
    }

    @Test
    void an_event_is_read_as_the_request_that_it_tells_of() throws IOException {
        assertThat(request(EVENT))
                .isEqualTo(new HttpRequest(
                        "POST",
                        "/v1/sessions/a%20b/confirmations",
                        "day=MONDAY&day=TUESDAY",
                        Map.of(
                                "content-type", "application/json",
                                "x-forwarded-for", "203.0.113.9, 198.51.100.7"),
                        List.of("__Secure-refresh=abc", "other=1"),
                        "eyJvbiI6dHJ1ZX0=",
                        true,
                        "Kf3aXh7wDoEEPXg="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", """
                {"rawPath":null,"rawQueryString":null,"cookies":null,"headers":null,"requestContext":null,"body":null}""", """
                {"rawPath":1,"rawQueryString":[[]],"cookies":{"a":[1]},"headers":["b"],"requestContext":[{"http":1}],
                "body":{"c":{}},"isBase64Encoded":"true"}""", """
                {"headers":{"a":null,"b":1,"c":["d"],"e":{"f":"g"}},"cookies":[null,1,["h"],{"i":"j"}],
                "requestContext":{"requestId":{"k":"l"},"http":{"method":["GET"]},"unknown":[[{}]]}}""", """
                {"requestContext":{"http":"GET"},"isBase64Encoded":null,"unknown":{"rawPath":"/v1/sessions"}}"""})
    void what_is_missing_or_of_another_type_is_as_if_it_were_not_there(String json) throws IOException {
        assertThat(request(json)).isEqualTo(new HttpRequest("", "", "", Map.of(), List.of(), "", false, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "[]", "\"/v1/secret\"", "{\"rawPath\":\"/v1/secret", "{\"rawPath\":/v1/secret}"
            })
    void what_is_no_object_of_json_is_refused_and_not_quoted(String json) {
        assertThatIOException()
                .isThrownBy(() -> read(json))
                .withMessageContaining("the event has to be")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("secret"))
                .withNoCause();
    }

    @Test
    void a_response_is_written_as_api_gateway_takes_it() throws IOException {
        APIGatewayV2HTTPResponse response = APIGatewayV2HTTPResponse.builder()
                .withStatusCode(201)
                .withHeaders(Map.of("Location", "/v1/sessions/x"))
                .withCookies(List.of("a=1; Secure", "b=2"))
                .withBody("{\"craic\":\"m\u00f3r \ud83c\udfbb\"}")
                .withIsBase64Encoded(false)
                .build();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ApiGatewayJson.write(response, written);

        JsonNode json = new JsonMapper().readTree(written.toByteArray());
        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder("statusCode", "headers", "cookies", "body", "isBase64Encoded");
        assertThat(json.path("statusCode").asInt()).isEqualTo(201);
        assertThat(json.at("/headers/Location").asString()).isEqualTo("/v1/sessions/x");
        assertThat(json.path("cookies").valueStream().map(JsonNode::asString)).containsExactly("a=1; Secure", "b=2");
        assertThat(json.path("body").asString()).isEqualTo("{\"craic\":\"m\u00f3r \ud83c\udfbb\"}");
        assertThat(json.path("isBase64Encoded").asBoolean(true)).isFalse();
    }
}
