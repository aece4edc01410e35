package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import ie.tradsessions.adapters.lambda.access.JwtVerifier;
import ie.tradsessions.adapters.lambda.access.SecondFactor;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.SettableClock;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
    void what_one_function_folds_the_other_finds_and_then_follows_the_journal() {
        SettableClock clock = new SettableClock(CLOCK.instant());
        FoldFunction foldFunction = new FoldFunction(table, clock);
        Venue venue = VenueBuilder.named("The Kettle").build();
        Storage storage = DynamoStorage.on(table, clock);
        Session session = SessionBuilder.at(venue).build();
        storage.venues().save(venue, SaveOutcome.NEW);
        storage.sessions().save(session, SaveOutcome.NEW);

        assertThat(foldFunction.handleRequest(Map.of(), null)).contains("rebuilt from 2 aggregates", "0 were wrong");
        clock.advance(Duration.ofMinutes(1));
        Session later = SessionBuilder.at(venue).as("later").build();
        storage.sessions().save(later, SaveOutcome.NEW);
        for (int i = 0; i < 5; i++) {
            storage.sessions().save(SessionBuilder.at(venue).as("later " + i).build(), SaveOutcome.NEW);
        }

        PublicFunction publicFunction = new PublicFunction(new Environment(VARIABLES), table, clock);
        assertThat(get(publicFunction, "/v1/sessions").getBody())
                .contains(session.id().value(), later.id().value());
        assertThat(get(publicFunction, "/v1/health").getBody()).contains("1.2.3");
        assertThat(foldFunction.handleRequest(Map.of(), null)).contains("folded into 1 chunks");
        assertThat(foldFunction.handleRequest(Map.of(), null)).contains("not worth it");
        clock.advance(Duration.ofDays(1));
        assertThat(foldFunction.handleRequest(Map.of("task", "rebuild"), null)).contains("rebuilt from 8 aggregates");
    }

    private static Map<String, String> withSignIn(String issuer) {
        Map<String, String> variables = new HashMap<>(VARIABLES);
        variables.put("SIGN_IN_ISSUER", issuer);
        variables.put("SIGN_IN_CLIENT_ID", "our-app");
        variables.put("SIGN_IN_DOMAIN", "https://sign-in.example");
        return variables;
    }

    @Test
    void the_private_function_signs_in_by_the_pool_that_its_environment_names() {
        PrivateFunction function =
                new PrivateFunction(new Environment(withSignIn("https://pool.example/eu-west-1_a")), table, CLOCK);

        assertThat(get(function, "/v1/auth/provider").getBody())
                .contains("https://sign-in.example/oauth2/authorize", "our-app");
        assertThat(get(function, "/v1/counties").getStatusCode()).isEqualTo(404);
    }

    @Test
    void a_pool_is_named_by_an_https_address() {
        for (String issuer : List.of("http://pool.example/a", "pool", "https:///a", "")) {
            Environment environment = new Environment(withSignIn(issuer));
            assertThatIllegalStateException()
                    .isThrownBy(() -> new PrivateFunction(environment, table, CLOCK))
                    .withMessageContaining("SIGN_IN_ISSUER");
        }
    }

    @Test
    void moderators_need_a_second_factor_where_the_environment_says_yes() {
        Map<String, String> variables = withSignIn("https://pool.example/eu-west-1_a");
        assertThat(new Environment(variables).signIn(CLOCK).verifier()).isInstanceOf(JwtVerifier.class);
        variables.put("MODERATORS_NEED_SECOND_FACTOR", "yes");
        assertThat(new Environment(variables).signIn(CLOCK).verifier()).isInstanceOf(SecondFactor.class);
        for (String slip : List.of("no", "YES", "true", " ")) {
            variables.put("MODERATORS_NEED_SECOND_FACTOR", slip);
            Environment environment = new Environment(variables);
            assertThatIllegalStateException()
                    .isThrownBy(() -> environment.signIn(CLOCK))
                    .withMessage("MODERATORS_NEED_SECOND_FACTOR has to be yes, or absent");
        }
    }

    @Test
    void a_function_that_finds_no_snapshot_says_503() {
        PublicFunction function = new PublicFunction(new Environment(VARIABLES), table, CLOCK);

        assertThat(get(function, "/v1/sessions").getStatusCode()).isEqualTo(503);
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
    void the_fold_function_does_not_start_on_a_table_of_something_else() {
        dynamo.dynamoDbClient()
                .putItem(put -> put.tableName(NAME)
                        .item(Map.of(
                                "p", AttributeValue.fromS("customer"),
                                "s", AttributeValue.fromS("order"))));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new FoldFunction(table, CLOCK))
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

    private static APIGatewayV2HTTPResponse get(
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function, String path) {
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
}
