package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
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
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.io.UncheckedIOException;
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

        assertThat(Invocation.of(foldFunction, "{}")).contains("rebuilt from 2 aggregates", "0 were wrong");
        clock.advance(Duration.ofMinutes(1));
        Session later = SessionBuilder.at(venue).as("later").build();
        storage.sessions().save(later, SaveOutcome.NEW);
        for (int i = 0; i < 5; i++) {
            storage.sessions().save(SessionBuilder.at(venue).as("later " + i).build(), SaveOutcome.NEW);
        }

        PublicFunction publicFunction = new PublicFunction(new Environment(VARIABLES), table, clock);
        assertThat(get(publicFunction, "/v1/sessions").body())
                .contains(session.id().value(), later.id().value());
        assertThat(get(publicFunction, "/v1/health").body()).contains("1.2.3");
        assertThat(Invocation.of(foldFunction, "")).contains("folded into 1 chunks");
        assertThat(Invocation.of(foldFunction, "")).contains("not worth it");
        clock.advance(Duration.ofDays(1));
        assertThat(Invocation.of(foldFunction, "{\"task\":\"rebuild\"}")).contains("rebuilt from 8 aggregates");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"task\":\"rebuil\"} | task has to be \"rebuild\", or missing",
                "{\"task\":true}         | task has to be \"rebuild\", or missing",
                "[]                    | the input has to be an object of JSON",
                "rebuild               | the input has to be an object of JSON"
            })
    void the_fold_function_is_told_what_to_do_or_refuses(String input, String refusal) {
        FoldFunction foldFunction = new FoldFunction(table, CLOCK);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Invocation.of(foldFunction, input))
                .withMessageContaining(refusal);
    }

    @Test
    void what_a_function_keeps_is_no_older_than_what_it_would_find() {
        SettableClock clock = new SettableClock(CLOCK.instant());
        FoldFunction foldFunction = new FoldFunction(table, clock);
        Storage storage = DynamoStorage.on(table, clock);
        Venue venue = VenueBuilder.named("The Kettle").build();
        storage.venues().save(venue, SaveOutcome.NEW);
        Invocation.of(foldFunction, "{}");
        PublicFunction function = new PublicFunction(new Environment(VARIABLES), table, clock);
        String before = get(function, "/v1/sessions").body();
        Session session = SessionBuilder.at(venue).build();
        storage.sessions().save(session, SaveOutcome.NEW);

        assertThat(get(function, "/v1/sessions").body()).isEqualTo(before);
        clock.advance(FollowPolicy.ONE_OF_MANY.refreshEvery());
        assertThat(get(function, "/v1/sessions").body()).contains(session.id().value());
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

        assertThat(get(function, "/v1/auth/provider").body())
                .contains("https://sign-in.example/oauth2/authorize", "our-app");
        assertThat(get(function, "/v1/counties").status()).isEqualTo(404);
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

        assertThat(get(function, "/v1/sessions").status()).isEqualTo(503);
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
            Invocation.Response response = get(function, path);
            assertThat(response.status()).as(path).isEqualTo(503);
            assertThat(response.headers()).containsKey("Retry-After");
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

    private static Invocation.Response get(RequestStreamHandler function, String path) {
        return Invocation.Response.of(Invocation.of(function, Invocation.get(path)));
    }
}
