package ie.tradsessions.adapters.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares responses with what the OpenAPI document promises: status, headers, media type and body, and no more. */
final class OpenApiContract {
    private static final String ADDRESS = "https://tradsessions.example/v1/openapi.json";

    private final JsonNode document;
    private final SchemaRegistry schemas;

    OpenApiContract() {
        String text;
        try (InputStream stream = PublicHandler.class.getResourceAsStream("openapi.json")) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document = new JsonMapper().readTree(text);
        schemas = SchemaRegistry.withDialect(
                Dialects.getDraft202012(),
                registry -> registry.schemas(Map.of(ADDRESS, text))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    JsonNode document() {
        return document;
    }

    /** Of what anybody may read. */
    JsonNode operation(String template) {
        return operation("GET", template);
    }

    JsonNode operation(String method, String template) {
        return document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    Set<String> statuses(String template) {
        return statuses("GET", template);
    }

    Set<String> statuses(String method, String template) {
        return new TreeSet<>(operation(method, template).path("responses").propertyNames());
    }

    Set<String> parameters(String template, String in) {
        return operation(template)
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Fails unless the response is one that the document promises for reading this path. */
    void check(String template, APIGatewayV2HTTPResponse response) {
        check("GET", template, response);
    }

    /** Fails unless the response is one that the document promises for this method of this path. */
    void check(String method, String template, APIGatewayV2HTTPResponse response) {
        String status = Integer.toString(response.getStatusCode());
        String pointer = "/paths/" + template.replace("~", "~0").replace("/", "~1") + "/"
                + method.toLowerCase(Locale.ROOT) + "/responses/" + status;
        assertThat(document.at(pointer).isMissingNode())
                .as("%s of %s %s is documented; body %s", status, method, template, response.getBody())
                .isFalse();
        if (document.at(pointer).has("$ref")) {
            pointer = document.at(pointer).path("$ref").asString().substring(1);
        }
        JsonNode promised = document.at(pointer);
        checkHeaders(template + " " + status, promised, response);
        checkBody(template + " " + status, pointer, promised, response);
    }

    private void checkHeaders(String what, JsonNode promised, APIGatewayV2HTTPResponse response) {
        Map<String, String> headers = response.getHeaders();
        Set<String> promisedNames = new TreeSet<>(promised.path("headers").propertyNames());
        promisedNames.add("Content-Type");
        assertThat(promisedNames).as("headers of %s", what).containsAll(headers.keySet());
        promised.path("headers").forEachEntry((name, reference) -> {
            JsonNode header = resolved(reference);
            if (header.path("required").asBoolean(false)) {
                assertThat(headers).as("headers of %s", what).containsKey(name);
            }
            if (headers.containsKey(name)) {
                assertThat(schema(reference.path("$ref").asString().substring(1) + "/schema")
                                .validate('"' + headers.get(name).replace("\"", "\\\"") + '"', InputFormat.JSON))
                        .as("%s of %s", name, what)
                        .isEmpty();
            }
        });
    }

    private void checkBody(String what, String pointer, JsonNode promised, APIGatewayV2HTTPResponse response) {
        String type = response.getHeaders().get("Content-Type");
        if (!promised.has("content")) {
            assertThat(response.getBody()).as("body of %s", what).isEmpty();
            assertThat(type).as("media type of %s", what).isNull();
            return;
        }
        assertThat(promised.path("content").propertyNames())
                .as("media types of %s", what)
                .containsExactly(type);
        Schema schema = schema(pointer + "/content/" + type.replace("/", "~1") + "/schema");
        String body = TestRequest.text(response);
        if (type.equals("application/x-ndjson")) {
            assertThat(body.isEmpty() || body.endsWith("\n")).isTrue();
            body.lines()
                    .forEach(line -> assertThat(schema.validate(line, InputFormat.JSON))
                            .as("line %s", line)
                            .isEmpty());
        } else if (type.equals("text/calendar")) {
            assertThat(body).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        } else {
            assertThat(schema.validate(body, InputFormat.JSON))
                    .as("body of %s: %s", what, body)
                    .isEmpty();
        }
    }

    /** The first example of the body that a POST to this path takes; an empty object where it takes none. */
    JsonNode example(String template) {
        return example("POST", template);
    }

    /** The same of another method. */
    JsonNode example(String method, String template) {
        JsonNode schema = operation(method, template).at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode()
                ? new JsonMapper().createObjectNode()
                : resolved(schema).path("examples").path(0);
    }

    /** What is wrong with a value, according to a schema of the document. */
    List<Error> errors(String pointer, JsonNode value) {
        return schema(pointer).validate(value);
    }

    private Schema schema(String pointer) {
        return schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }
}
