package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import ie.tradsessions.application.fixtures.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Traffic moves to new versions that answer as they must, and to no others. */
class PreTrafficFunctionTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:tradsessions-";
    private static final String PUBLIC = ARN + "Public:7";
    private static final String PRIVATE = ARN + "Private:8";
    private static final String FOLD = ARN + "Fold:9";
    private static final String EVENT = "{\"DeploymentId\":\"d-1\",\"LifecycleEventHookExecutionId\":\"e-1\"}";
    private static final String HEALTH = "{\"status\":\"UP\",\"version\":\"1.2.3\"}";
    private static final String NO_SESSIONS = "{\"items\":[],\"next\":null}";
    private static final String PROVIDER = "{\"local\":false,\"hosted\":null}";

    private final FakeAws aws = new FakeAws();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T20:00:00Z"));
    private final Map<String, String> variables = new HashMap<>(aws.variables());
    private final Map<String, String> answers = new HashMap<>(Map.of(
            "/v1/health", response(200, HEALTH),
            "/v1/sessions", response(200, NO_SESSIONS),
            "/v1/auth/provider", response(200, PROVIDER)));

    @BeforeEach
    void is_healthy() {
        variables.put("PUBLIC_VERSION", PUBLIC);
        variables.put("PRIVATE_VERSION", PRIVATE);
        variables.put("FOLD_FUNCTION", FOLD);
        aws.function(FOLD, payload -> "\"not worth it: 0 changes\"");
        for (String version : List.of(PUBLIC, PRIVATE)) {
            aws.function(version, payload -> answers.get(path(payload)));
        }
    }

    @AfterEach
    void close() {
        aws.close();
    }

    private static String path(String payload) {
        return MAPPER.readTree(payload).path("rawPath").asString();
    }

    private static String response(int status, String body) {
        return MAPPER.createObjectNode()
                .put("statusCode", status)
                .put("body", body)
                .put("isBase64Encoded", false)
                .toString();
    }

    /** What the check says of its event, which it has to end within this time. */
    private JsonNode checked(String event, Duration remaining) throws IOException {
        return MAPPER.readTree(FakeAws.check(
                new PreTrafficFunction(new Environment(variables), FakeAws.credentials(), clock, clock::set),
                event,
                remaining));
    }

    private JsonNode checked() throws IOException {
        return checked(EVENT, Duration.ofMinutes(5));
    }

    private void isTold(String status) {
        assertThat(aws.told())
                .singleElement()
                .isEqualTo("{\"deploymentId\":\"d-1\",\"lifecycleEventHookExecutionId\":\"e-1\",\"status\":\"%s\"}"
                        .formatted(status));
    }

    @Test
    void versions_that_answer_as_they_must_get_the_traffic() throws IOException {
        JsonNode found = checked();

        isTold("Succeeded");
        assertThat(found.path("status").asString()).isEqualTo("Succeeded");
        assertThat(found.path("wrong")).isEmpty();
    }

    @Test
    void the_index_is_folded_first_and_each_version_is_asked_as_by_api_gateway() throws IOException {
        checked();

        assertThat(aws.calls().stream().map(FakeAws.Call::function)).containsExactly(FOLD, PUBLIC, PUBLIC, PRIVATE);
        assertThat(aws.calls().getFirst().payload()).isEqualTo("{}");
        JsonNode event = MAPPER.readTree(aws.calls().get(2).payload());
        assertThat(event.path("version").asString()).isEqualTo("2.0");
        assertThat(event.path("rawPath").asString()).isEqualTo("/v1/sessions");
        assertThat(event.path("rawQueryString").asString()).isEqualTo("limit=1");
        assertThat(event.at("/requestContext/http/method").asString()).isEqualTo("GET");
    }

    @Test
    void a_first_deployment_finds_an_empty_table_and_is_well() throws IOException {
        AmazonDynamoDBLocal dynamo = DynamoDBEmbedded.create(true);
        try {
            dynamo.dynamoDbClient().createTable(TableDefinition.createRequest("tradsessions"));
            Table table = new Table(dynamo.dynamoDbClient(), "tradsessions", Meter.NONE);
            Environment environment = new Environment(Map.of(
                    "CURSOR_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                    "VERSION", "1.2.3",
                    "SIGN_IN_ISSUER", "https://pool.example/eu-west-1_a",
                    "SIGN_IN_CLIENT_ID", "our-app"));
            aws.function(FOLD, payload -> Invocation.of(new FoldFunction(table, clock), payload));
            aws.function(PUBLIC, payload -> Invocation.of(new PublicFunction(environment, table, clock), payload));
            aws.function(PRIVATE, payload -> Invocation.of(new PrivateFunction(environment, table, clock), payload));

            assertThat(checked().path("wrong")).isEmpty();
            isTold("Succeeded");
            assertThat(Invocation.of(new FoldFunction(table, clock), "{}")).contains("not worth it");
        } finally {
            dynamo.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /v1/health        | 503 | {"status":"UP","version":"1.2.3"}
            /v1/health        | 200 | {"status":"DOWN","version":"1.2.3"}
            /v1/health        | 200 | {"status":"UP"}
            /v1/health        | 200 | H4sIAAAAAAAA
            /v1/sessions      | 503 | {"type":"/problems/unavailable"}
            /v1/sessions      | 200 | {"items":[{"id":"a"},{"id":"b"}]}
            /v1/sessions      | 200 | {"item":[]}
            /v1/auth/provider | 500 | {"local":false}
            /v1/auth/provider | 200 | {"local":true}
            /v1/auth/provider | 200 | {}
            """)
    void a_version_that_answers_otherwise_gets_none_and_its_answer_is_told(String path, int status, String body)
            throws IOException {
        answers.put(path, response(status, body));

        JsonNode found = checked();

        isTold("Failed");
        assertThat(found.path("wrong")).hasSize(1);
        assertThat(found.at("/wrong/0").asString())
                .contains("GET " + path, "expected status 200", "\"statusCode\":" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"done\"", "{}", "{\"statusCode\":200}", "{\"statusCode\":200,\"body\":null}"})
    void what_is_no_response_is_no_healthy_answer(String answer) throws IOException {
        answers.put("/v1/health", answer);

        assertThat(checked().at("/wrong/0").asString()).startsWith("GET /v1/health");
        isTold("Failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {FOLD, PUBLIC, PRIVATE})
    void a_function_that_fails_is_told_by_its_error(String arn) throws IOException {
        aws.function(arn, payload -> {
            throw new FakeAws.FunctionError("the table is of another program");
        });

        JsonNode found = checked();

        isTold("Failed");
        assertThat(found.path("wrong").valueStream().map(JsonNode::asString))
                .isNotEmpty()
                .allSatisfy(wrong -> assertThat(wrong).contains("Unhandled", "the table is of another program"));
    }

    @Test
    void everything_that_is_wrong_is_told() throws IOException {
        answers.put("/v1/health", response(500, "{}"));
        answers.put("/v1/auth/provider", response(500, "{}"));

        assertThat(checked().path("wrong")).hasSize(2);
        isTold("Failed");
    }

    @Test
    void a_version_that_does_not_exist_gets_no_traffic() throws IOException {
        variables.put("PUBLIC_VERSION", ARN + "Public:6");

        assertThat(checked().at("/wrong/0").asString()).contains("status 404 of Lambda", "Function not found");
        isTold("Failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC_VERSION", "PRIVATE_VERSION", "FOLD_FUNCTION"})
    void what_the_check_is_not_told_is_named(String variable) throws IOException {
        variables.remove(variable);

        assertThat(checked().at("/wrong/0").asString()).contains("the environment does not say " + variable);
        isTold("Failed");
    }

    @ParameterizedTest
    @CsvSource({
        "429, {\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\"}",
        "409, {\"Message\":\"not ready\"}",
        "502, bad gateway"
    })
    void what_passes_is_waited_for(int status, String body) throws IOException {
        aws.next(status, body);
        aws.next(status, body);

        assertThat(checked().path("wrong")).isEmpty();
        isTold("Succeeded");
    }

    @Test
    void what_does_not_pass_is_a_failure() throws IOException {
        for (int i = 0; i < 6; i++) {
            aws.next(429, "somebody folds");
        }

        assertThat(checked().at("/wrong/0").asString())
                .isEqualTo("the fold: expected an answer, found status 429 of Lambda: somebody folds");
        isTold("Failed");
    }

    @Test
    void codedeploy_is_told_where_lambda_does_not_answer_at_all() throws IOException {
        FakeAws gone = new FakeAws();
        gone.close();
        variables.put("AWS_ENDPOINT_URL_LAMBDA", gone.variables().get("AWS_ENDPOINT_URL_LAMBDA"));

        assertThat(checked().path("wrong").valueStream().map(JsonNode::asString))
                .hasSize(4)
                .allSatisfy(wrong -> assertThat(wrong).contains("lambda does not answer"));
        isTold("Failed");
    }

    @Test
    void the_time_to_tell_codedeploy_is_kept() throws IOException {
        assertThat(checked(EVENT, Duration.ofSeconds(40))
                        .path("wrong")
                        .valueStream()
                        .map(JsonNode::asString))
                .hasSize(4)
                .allSatisfy(wrong -> assertThat(wrong).contains("no time is left"));
        isTold("Failed");
    }

    @Test
    void codedeploy_is_told_again_where_it_was_too_busy() throws IOException {
        aws.function(PRIVATE, payload -> {
            aws.next(400, "{\"__type\":\"ThrottlingException\"}");
            aws.next(500, "{}");
            return response(200, PROVIDER);
        });

        checked();

        isTold("Succeeded");
    }

    @Test
    void what_codedeploy_does_not_accept_is_an_error() {
        aws.function(PRIVATE, payload -> {
            aws.next(400, "{\"__type\":\"LifecycleEventAlreadyCompletedException\"}");
            return response(200, PROVIDER);
        });

        assertThatIllegalStateException()
                .isThrownBy(this::checked)
                .withMessageContaining("d-1")
                .withMessageContaining("LifecycleEventAlreadyCompletedException");
        assertThat(aws.told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"LifecycleEventHookExecutionId":"e-1"}                    | DeploymentId
            {"DeploymentId":"d-1","LifecycleEventHookExecutionId":" "} | LifecycleEventHookExecutionId
            {"DeploymentId":7,"LifecycleEventHookExecutionId":"e-1"}   | DeploymentId
            []                                                         | object of JSON
            """)
    void an_event_that_names_no_deployment_is_refused(String event, String named) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> checked(event, Duration.ofMinutes(5)))
                .withMessageContaining(named);
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void without_other_addresses_the_services_are_called_at_those_of_the_region() {
        Environment environment = new Environment(Map.of("AWS_REGION", "eu-west-1"));

        assertThat(environment.endpoint("lambda")).hasToString("https://lambda.eu-west-1.amazonaws.com");
        assertThat(environment.endpoint("codedeploy")).hasToString("https://codedeploy.eu-west-1.amazonaws.com");
    }
}
