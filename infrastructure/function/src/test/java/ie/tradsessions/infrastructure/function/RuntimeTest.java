package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under Lambda's own client, each function answers as it does when it is called. */
class RuntimeTest {
    @TempDir
    static Path folder;

    private static FilledTable table;

    @BeforeAll
    static void fill() {
        table = new FilledTable();
    }

    @AfterAll
    static void close() {
        table.close();
    }

    /**
     * @param called the function, in this process
     * @param answer what its output says
     * @param inputs to which there is the same answer each time
     */
    record Tested(RequestStreamHandler called, UnaryOperator<Object> answer, List<String> inputs) {
        /** One that answers API Gateway: the order of headers says nothing. */
        static Tested byHttp(RequestStreamHandler called, List<String> inputs) {
            return new Tested(called, output -> Invocation.Response.of((String) output), inputs);
        }

        String name() {
            return called.getClass().getName();
        }
    }

    static Stream<Tested> functions() {
        String session = "/v1/sessions/" + table.session().id().value();
        return Stream.of(
                Tested.byHttp(
                        new PublicFunction(table.environment(), table.table(), FilledTable.CLOCK),
                        List.of(
                                Invocation.get("/v1/health"),
                                Invocation.get("/v1/sessions"),
                                Invocation.event("GET", session, Map.of("accept-encoding", "gzip")),
                                Invocation.event("HEAD", "/v1/counties", Map.of()))),
                Tested.byHttp(
                        new PrivateFunction(table.environment(), table.table(), FilledTable.CLOCK),
                        List.of(
                                Invocation.get("/v1/auth/provider"),
                                Invocation.get("/v1/me"),
                                Invocation.event("PUT", session, Map.of("authorization", "Bearer x.y.z")))),
                new Tested(
                        new FoldFunction(table.table(), FilledTable.CLOCK),
                        UnaryOperator.identity(),
                        List.of("{}", "{\"task\":\"rebuild\"}", "{\"version\":\"0\",\"detail\":{}}")));
    }

    private static RuntimeInterfaceClient.Launch launch(String handler) {
        return new RuntimeInterfaceClient.Launch(
                folder,
                handler,
                System.getProperty("java.class.path"),
                RuntimeInterfaceClient.OPTIONS,
                table.variables());
    }

    /** {@link DeployableTest} starts each of them in every run, with one input. */
    @Tag("long")
    @ParameterizedTest
    @MethodSource("functions")
    void a_function_answers_in_the_runtime_as_when_it_is_called(Tested tested) throws IOException {
        try (RuntimeInterfaceClient client = launch(tested.name()).start()) {
            for (String input : tested.inputs()) {
                FakeRuntimeApi.Answer answer = client.invoke(input);

                assertThat(answer.failed()).as(answer.body()).isFalse();
                assertThat(tested.answer().apply(answer.body()))
                        .isEqualTo(tested.answer().apply(Invocation.of(tested.called(), input)));
            }
        }
    }

    @Test
    void what_is_no_event_is_a_failure_of_this_invocation_alone() throws IOException {
        try (RuntimeInterfaceClient client =
                launch(PublicFunction.class.getName()).start()) {
            FakeRuntimeApi.Answer refused = client.invoke("[\"secret\"]");
            FakeRuntimeApi.Answer answer = client.invoke(Invocation.get("/v1/health"));

            assertThat(refused.failed()).isTrue();
            assertThat(refused.body())
                    .contains("the event has to be an object of JSON")
                    .doesNotContain("secret");
            assertThat(Invocation.Response.of(answer.body()).status()).isEqualTo(200);
            everyQueryOfTheOperationsPageFindsWhatItLooksForIn(client.log());
        }
    }

    /** The page for those on call takes lines of the log apart. */
    private static void everyQueryOfTheOperationsPageFindsWhatItLooksForIn(String log) throws IOException {
        String page = Files.readString(Path.of(System.getProperty("basedir"), "../../docs/operations.md"));
        Matcher queries = Pattern.compile("parse @message /(\"[^/]*)/").matcher(page);
        List<String> looked = queries.results().map(query -> query.group(1)).toList();

        assertThat(looked).isNotEmpty().allSatisfy(query -> assertThat(log).containsPattern(query));
    }

    @Test
    void a_function_that_lacks_something_says_so_and_does_not_start() throws IOException {
        RuntimeInterfaceClient.Launch unfinished = new RuntimeInterfaceClient.Launch(
                folder,
                PrivateFunction.class.getName(),
                System.getProperty("java.class.path"),
                List.of("-XX:TieredStopAtLevel=1"),
                Map.of("TABLE_NAME", "tradsessions", "AWS_REGION", "eu-west-1", "SIGN_IN_ISSUER", ""));
        try (RuntimeInterfaceClient client = unfinished.start()) {
            assertThatIllegalStateException()
                    .isThrownBy(client::init)
                    .havingCause()
                    .withMessageContaining("the environment does not say SIGN_IN_ISSUER");
        }
    }
}
