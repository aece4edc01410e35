package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import ie.tradsessions.adapters.dynamodb.DynamoSessions;
import ie.tradsessions.adapters.dynamodb.DynamoVenues;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

class FunctionsTest {
    private static final String NAME = "tradsessions";
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final Map<String, String> VARIABLES = Map.of(
            "TABLE_NAME",
            NAME,
            "CURSOR_KEY",
            KEY,
            "VERSION",
            "1.2.3",
            "ORIGINS",
            "https://a.example https://b.example");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T20:00:00Z"));

    private final AmazonDynamoDBLocal dynamo = DynamoDBEmbedded.create(true);
    private Table table;

    @BeforeEach
    void open() {
        dynamo.dynamoDbClient().createTable(TableDefinition.createRequest(NAME));
        table = new Table(dynamo.dynamoDbClient(), NAME, Meter.NONE);
    }

    @AfterEach
    void close() {
        dynamo.shutdownNow();
    }

    @Test
    void what_one_function_derives_the_other_finds() {
        StreamFunction streamFunction = new StreamFunction(table, CLOCK);
        Venue venue = VenueBuilder.named("The Kettle").build();
        Session session = SessionBuilder.at(venue).build();
        new DynamoVenues(table, FunctionsTest::token).save(venue, SaveOutcome.NEW);
        new DynamoSessions(table, FunctionsTest::token).save(session, SaveOutcome.NEW);
        PublicFunction publicFunction = new PublicFunction(new Environment(VARIABLES), table, CLOCK);
        assertThat(get(publicFunction, "/v1/sessions").getBody()).isEqualTo("{\"items\":[],\"next\":null}");

        var answer = streamFunction.handleRequest(
                event("V#" + venue.id().value(), "S#" + session.id().value()), null);

        assertThat(answer.getBatchItemFailures()).isEmpty();
        assertThat(get(publicFunction, "/v1/sessions").getBody())
                .contains(session.id().value());
        assertThat(get(publicFunction, "/v1/health").getBody()).contains("1.2.3");
    }

    @Test
    void a_throttled_table_is_told_as_503_with_the_time_to_wait() {
        DynamoDbClient throttled = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, given) -> {
                    throw ProvisionedThroughputExceededException.builder()
                            .statusCode(400)
                            .awsErrorDetails(AwsErrorDetails.builder()
                                    .errorCode("ProvisionedThroughputExceededException")
                                    .build())
                            .message("too fast")
                            .build();
                });
        PublicFunction function =
                new PublicFunction(new Environment(VARIABLES), new Table(throttled, NAME, Meter.NONE), CLOCK);
        for (String path : List.of("/v1/sessions", "/v1/counties", "/v1/areas/gc7", "/v1/venues")) {
            APIGatewayV2HTTPResponse response = get(function, path);
            assertThat(response.getStatusCode()).as(path).isEqualTo(503);
            assertThat(response.getHeaders()).containsKey("Retry-After");
        }
    }

    @Test
    void the_stream_function_does_not_start_on_a_table_of_something_else() {
        dynamo.dynamoDbClient()
                .putItem(put -> put.tableName(NAME)
                        .item(Map.of(
                                "p", software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS("customer"),
                                "s", software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS("order"))));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new StreamFunction(table, CLOCK))
                .withMessageContaining("name another table");
    }

    @ParameterizedTest
    @CsvSource({
        "TABLE_NAME,,TABLE_NAME",
        "CURSOR_KEY,,CURSOR_KEY",
        "CURSOR_KEY,not Base64!,Base64",
        "CURSOR_KEY,c2hvcnQ=,32 bytes",
        "VERSION,,VERSION"
    })
    void what_the_environment_does_not_say_is_named(String variable, String value, String named) {
        Map<String, String> variables = new HashMap<>(VARIABLES);
        variables.put(variable, value == null ? "" : value);
        Environment environment = new Environment(variables);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> {
                    environment.cursorKey();
                    environment.version();
                    environment.table();
                })
                .withMessageContaining(named);
    }

    @Test
    void origins_stand_apart_by_spaces() {
        assertThat(new Environment(VARIABLES).origins())
                .containsExactlyInAnyOrder("https://a.example", "https://b.example");
        assertThat(new Environment(Map.of()).origins()).isEmpty();
    }

    private static APIGatewayV2HTTPResponse get(PublicFunction function, String path) {
        return function.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRawPath(path)
                        .withRequestContext(RequestContext.builder()
                                .withHttp(RequestContext.Http.builder()
                                        .withMethod("GET")
                                        .build())
                                .build())
                        .build(),
                null);
    }

    private static DynamodbEvent event(String... partitions) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(Stream.of(partitions).map(FunctionsTest::record).toList());
        return event;
    }

    private static DynamodbStreamRecord record(String partition) {
        DynamodbStreamRecord record = new DynamodbStreamRecord();
        record.setDynamodb(new StreamRecord()
                .withSequenceNumber(partition)
                .withKeys(Map.of("p", new AttributeValue(partition), "s", new AttributeValue("a"))));
        return record;
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }
}
