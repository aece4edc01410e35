package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lambda's own client tells the functions that they are about to be frozen, and that they were restored. What they do then is
 * in {@link RestoredFunctionsTest} too, which starts no processes.
 */
@Tag("long")
class SnapStartTest {
    private static final Pattern REQUEST =
            Pattern.compile("\"route\":\"([^\"]*)\".*\"status\":\"200\".*\"cold\":\"(\\w+)\"");

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

    private static RuntimeInterfaceClient frozen(Class<?> function) throws IOException {
        return new RuntimeInterfaceClient.Launch(
                        folder,
                        function.getName(),
                        System.getProperty("java.class.path"),
                        RuntimeInterfaceClient.OPTIONS,
                        table.variables())
                .startForSnapshot();
    }

    /** The routes that were answered, and whether each was the first of a process. */
    private static List<String> answered(RuntimeInterfaceClient client) {
        return REQUEST.matcher(client.log())
                .results()
                .map(line -> line.group(1).replace("\\/", "/") + " " + line.group(2))
                .toList();
    }

    @Test
    void the_public_function_has_rehearsed_and_knows_at_once_what_was_saved_meanwhile() throws IOException {
        try (RuntimeInterfaceClient client = frozen(PublicFunction.class)) {
            assertThat(client.initForSnapshot()).isPositive();
            assertThat(answered(client))
                    .containsExactly("/v1/sessions true", "/v1/areas/{geohash} false", "/v1/sessions/{id} false");

            Session meanwhile = table.share("meanwhile");
            assertThat(client.restore()).isPositive();
            assertThat(client.invoke(Invocation.get("/v1/sessions")).body())
                    .contains(table.session().id().value(), meanwhile.id().value());
            assertThat(answered(client)).hasSize(4).last().isEqualTo("/v1/sessions true");
        }
    }

    @Test
    void the_private_function_has_rehearsed_what_touches_no_member() throws IOException {
        try (RuntimeInterfaceClient client = frozen(PrivateFunction.class)) {
            assertThat(client.initForSnapshot()).isPositive();
            assertThat(answered(client)).containsExactly("/v1/auth/provider true");

            assertThat(client.restore()).isPositive();
            client.invoke(Invocation.get("/v1/auth/provider"));
            assertThat(answered(client)).containsExactly("/v1/auth/provider true", "/v1/auth/provider true");
        }
    }
}
