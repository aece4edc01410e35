package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.dynamodb.table.TableDefinition;
import ie.tradsessions.adapters.lambda.PrivateHandler;
import ie.tradsessions.adapters.lambda.PrivateUseCases;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.PublicUseCases;
import ie.tradsessions.adapters.lambda.SearchIndexLog;
import ie.tradsessions.adapters.lambda.access.MemberAuthenticator;
import ie.tradsessions.adapters.lambda.access.RefreshCookie;
import ie.tradsessions.adapters.lambda.access.SignIn;
import ie.tradsessions.adapters.lambda.access.SignInFields;
import ie.tradsessions.adapters.lambda.access.TokenPolicy;
import ie.tradsessions.adapters.lambda.http.Access;
import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.Dispatcher;
import ie.tradsessions.adapters.lambda.http.RequestBody;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.SearchIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** What the templates rely on is what the program says. */
class FactsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T20:00:00Z"));
    private static final Pattern SHARED_SECONDS = Pattern.compile("s-maxage=(\\d+)");
    private static final Map<String, String> TOLD = Map.of(
            "TABLE_NAME", "tradsessions",
            "CURSOR_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "VERSION", "1.2.3",
            "SIGN_IN_ISSUER", "https://pool.example/eu-west-1_a",
            "SIGN_IN_CLIENT_ID", "our-app");

    /** Nothing here asks it: its operations throw. */
    private static final Table TABLE = new Table(
            new DynamoDbClient() {
                @Override
                public String serviceName() {
                    return "dynamodb";
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            },
            "tradsessions",
            Meter.NONE);

    /** In the order in which the file has them. */
    record RouteFact(String function, String method, String path, String operation, Access access) {
        static RouteFact of(String function, Route route) {
            return new RouteFact(function, route.method(), route.template(), route.operation(), route.access());
        }
    }

    @Test
    void the_routes_are_those_of_both_functions() {
        Storage storage = DynamoStorage.on(TABLE, CLOCK);
        SearchIndex index = new SearchIndex(storage, FollowPolicy.ONE_OF_MANY, CLOCK, new SearchIndexLog());
        byte[] key = new Environment(TOLD).cursorKey();
        PublicHandler publicHandler =
                new PublicHandler(PublicUseCases.of(index, storage, CLOCK), key, "1.2.3", Set.of(), CLOCK);
        PrivateUseCases useCases = PrivateUseCases.of(
                storage,
                index,
                new MemberNames(storage.members(), CLOCK),
                CLOCK,
                new Random(20261126),
                failed -> Duration.ZERO);
        PrivateHandler privateHandler = new PrivateHandler(useCases, SignIn.off(), key, Set.of(), CLOCK, moment -> {});

        Facts.stateList(
                "routes",
                Stream.concat(
                                publicHandler.routes().stream().map(route -> RouteFact.of("public", route)),
                                privateHandler.routes().stream().map(route -> RouteFact.of("private", route)))
                        .sorted(Comparator.comparing(RouteFact::path).thenComparing(RouteFact::method))
                        .toList());
    }

    @Test
    void the_table_is_that_of_the_adapter() {
        CreateTableRequest table = TableDefinition.createRequest("tradsessions");
        Map<String, Object> types = new LinkedHashMap<>();
        table.attributeDefinitions()
                .forEach(attribute -> types.put(attribute.attributeName(), attribute.attributeTypeAsString()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("partition", key(table, KeyType.HASH));
        facts.put("sort", key(table, KeyType.RANGE));
        facts.put("types", types);
        facts.put("expires", TableDefinition.EXPIRES);
        facts.put("billing", table.billingModeAsString());

        Facts.state("table", facts);
    }

    private static String key(CreateTableRequest table, KeyType type) {
        return table.keySchema().stream()
                .filter(element -> element.keyType() == type)
                .map(KeySchemaElement::attributeName)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_environment_of_each_function_is_what_it_reads() {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        facts.put("public", Environment.OF_PUBLIC);
        facts.put("private", Environment.OF_PRIVATE);
        facts.put("fold", Environment.OF_FOLD);
        facts.put("preTraffic", Environment.OF_PRE_TRAFFIC);
        facts.put("optional", Environment.OPTIONAL);

        Facts.state("environment", facts);
    }

    /** What the check before traffic does with less is in its own test. */
    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of(Environment.OF_PUBLIC, (Consumer<Environment>)
                        environment -> new PublicFunction(environment, TABLE, CLOCK)),
                Arguments.of(Environment.OF_PRIVATE, (Consumer<Environment>)
                        environment -> new PrivateFunction(environment, TABLE, CLOCK)),
                Arguments.of(Environment.OF_FOLD, (Consumer<Environment>) environment -> {}));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_needs_what_is_named_for_it_and_nothing_else(List<String> names, Consumer<Environment> start) {
        Map<String, String> told = new HashMap<>(TOLD);
        told.keySet().retainAll(names);
        assertThat(told).hasSize(names.size());
        start.accept(new Environment(told));

        for (String name : names) {
            Map<String, String> less = new HashMap<>(told);
            less.remove(name);
            Environment environment = new Environment(less);
            assertThatIllegalStateException()
                    .isThrownBy(() -> {
                        start.accept(environment);
                        environment.table();
                    })
                    .withMessageContaining(name);
        }
    }

    @Test
    void the_limits_are_those_of_the_program() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("minPasswordLength", SignInFields.MIN_PASSWORD_LENGTH);
        facts.put("refreshTokenDays", RefreshCookie.MAX_AGE.toDays());
        facts.put("moderators", MemberAuthenticator.MODERATORS);
        facts.put("signInScope", TokenPolicy.DEFAULT_SCOPE);
        facts.put("longestSharedCacheSeconds", longestSharedCacheSeconds());
        facts.put("maxBodyBytes", RequestBody.MAX_BYTES);
        facts.put("writeHeaders", List.of(Dispatcher.WRITE_HEADERS.split(", ")));

        Facts.state("limits", facts);
    }

    private static int longestSharedCacheSeconds() {
        return Stream.of(Caching.values())
                .flatMap(caching -> SHARED_SECONDS.matcher(caching.directives()).results())
                .map((MatchResult seconds) -> Integer.valueOf(seconds.group(1)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
