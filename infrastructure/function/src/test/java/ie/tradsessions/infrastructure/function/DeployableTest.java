package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar that is deployed, once it is built. */
class DeployableTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir"));
    private static final Path JAR = MODULE.resolve("target/functions.jar");

    /** Lambda takes 50; what is opened at each start should be a fraction of that. */
    private static final long MAX_BYTES = 13_000_000;

    /** As {@code project.build.outputTimestamp} says. */
    private static final Instant BUILT = Instant.parse("2026-11-24T00:00:00Z");

    @TempDir
    static Path folder;

    private static FilledTable table;

    @BeforeAll
    static void deploy() throws IOException {
        table = new FilledTable();
        // As the templates do: all that is in lib is on the class path.
        Files.createDirectory(folder.resolve("lib"));
        Files.copy(JAR, folder.resolve("lib/functions.jar"));
    }

    @AfterAll
    static void close() {
        table.close();
    }

    private static List<JarEntry> entries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream().filter(entry -> !entry.isDirectory()).toList();
        }
    }

    private static List<String> names() throws IOException {
        return entries().stream().map(JarEntry::getName).toList();
    }

    record Tested(Class<?> function, String input, String answer) {}

    static Stream<Tested> functions() {
        return Stream.of(
                new Tested(
                        PublicFunction.class,
                        Invocation.get("/v1/sessions"),
                        table.session().id().value()),
                new Tested(PrivateFunction.class, Invocation.get("/v1/auth/provider"), "https://sign-in.example"),
                new Tested(FoldFunction.class, "{}", "not worth it"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void each_function_starts_from_the_jar_alone(Tested tested) throws IOException {
        RuntimeInterfaceClient.Launch launch = new RuntimeInterfaceClient.Launch(
                folder, tested.function().getName(), "", RuntimeInterfaceClient.OPTIONS, table.variables());
        try (RuntimeInterfaceClient client = launch.start()) {
            FakeRuntimeApi.Answer answer = client.invoke(tested.input());

            assertThat(answer.failed()).as(answer.body()).isFalse();
            assertThat(answer.body()).contains(tested.answer());
            assertThat(client.log()).doesNotContain("WARN", "SLF4J");
        }
    }

    @Test
    void the_check_before_traffic_calls_lambda_and_codedeploy_from_the_jar_alone() throws IOException {
        PublicFunction publicFunction = new PublicFunction(table.environment(), table.table(), FilledTable.CLOCK);
        PrivateFunction privateFunction = new PrivateFunction(table.environment(), table.table(), FilledTable.CLOCK);
        FoldFunction foldFunction = new FoldFunction(table.table(), FilledTable.CLOCK);
        try (FakeAws aws = new FakeAws()) {
            Map<String, String> variables = aws.newVersions(publicFunction, privateFunction, foldFunction);
            RuntimeInterfaceClient.Launch launch = new RuntimeInterfaceClient.Launch(
                    folder, PreTrafficFunction.class.getName(), "", List.of("-XX:+UseSerialGC"), variables);
            try (RuntimeInterfaceClient client = launch.start()) {
                FakeRuntimeApi.Answer answer =
                        client.invoke("{\"DeploymentId\":\"d-1\",\"LifecycleEventHookExecutionId\":\"e-1\"}");

                assertThat(answer.failed()).as(answer.body()).isFalse();
                assertThat(answer.body()).isEqualTo("{\"status\":\"Succeeded\",\"wrong\":[]}");
                assertThat(aws.told()).hasSize(1);
                assertThat(client.log()).doesNotContain("WARN", "SLF4J");
            }
        }
    }

    @Test
    void the_template_names_them() throws IOException {
        assertThat(Files.readString(MODULE.resolve("../aws/application.yaml")))
                .contains(functions()
                        .map(tested -> "Handler: " + tested.function().getName())
                        .toList());
    }

    @Test
    void it_is_small_and_holds_nothing_that_lambda_does_not_need() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(MAX_BYTES);
        assertThat(names())
                .noneMatch(name -> name.startsWith("META-INF/maven/")
                        || name.startsWith("org/joda/")
                        || name.startsWith("net/logstash/")
                        || name.contains("jackson/databind/")
                        || name.startsWith("software/amazon/dynamodb/")
                        // A client of the table, and of nothing else.
                        || name.matches("software/amazon/awssdk/services/(?!dynamodb/).*")
                        || name.startsWith("com/amazonaws/services/lambda/runtime/api/client/")
                        || name.startsWith("ie/tradsessions/infrastructure/local/")
                        || name.contains("/apache5/")
                        || name.contains("/netty/")
                        || name.endsWith("Test.class")
                        || name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)"));
    }

    @Test
    void whatever_a_service_file_names_is_there() throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> names = Set.copyOf(names());
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (String service : names) {
                if (service.startsWith("META-INF/services/")) {
                    providers(jar, service).stream()
                            .filter(provider -> !names.contains(provider.replace('.', '/') + ".class"))
                            .forEach(missing::add);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> providers(JarFile jar, String service) throws IOException {
        try (InputStream file = jar.getInputStream(jar.getEntry(service))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    @Test
    void the_licences_of_what_is_in_it_are_in_it() throws IOException {
        assertThat(names())
                .contains("META-INF/LICENSE", "META-INF/LICENSE.txt", "META-INF/NOTICE", "META-INF/NOTICE.txt")
                .contains("biweekly/biweekly.license", "META-INF/FastDoubleParser-LICENSE");
    }

    /** Else two builds of one commit would differ. What libraries bring bears their own times. */
    @Test
    void nothing_of_ours_bears_the_time_of_the_build() throws IOException {
        Map<Boolean, List<JarEntry>> ours = entries().stream()
                .collect(Collectors.partitioningBy(entry -> entry.getName().startsWith("ie/tradsessions/")
                        || entry.getName().equals("META-INF/MANIFEST.MF")));

        assertThat(ours.get(true))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getTimeLocal().toInstant(ZoneOffset.UTC))
                        .as(entry.getName())
                        .isEqualTo(BUILT));
        assertThat(ours.get(false))
                .allSatisfy(entry -> assertThat(entry.getTimeLocal().toInstant(ZoneOffset.UTC))
                        .as(entry.getName())
                        .isBeforeOrEqualTo(BUILT));
    }

    @Test
    void no_entry_stands_in_it_twice() throws IOException {
        assertThat(names()).doesNotHaveDuplicates();
    }
}
