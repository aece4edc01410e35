package ie.tradsessions.infrastructure.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A file and an export as the program of layout 1 left them: two venues, and a session in each. */
class FormerLayoutTest {
    private static final String FILE = "tradsessions.db";

    @TempDir
    Path folder;

    private String said = "";
    private String exported = "";

    private int run(String... arguments) {
        StringWriter out = new StringWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter both = new PrintWriter(out, true);
        CommandLine commandLine = Main.commandLine(InstantSource.system(), InputStream::nullInputStream, () -> bytes)
                .setOut(both)
                .setErr(both);
        int status = commandLine.execute(arguments);
        said = out.toString();
        exported = bytes.toString(StandardCharsets.UTF_8);
        return status;
    }

    private static InputStream left(String file) {
        return Objects.requireNonNull(FormerLayoutTest.class.getResourceAsStream("/layout-1/" + file));
    }

    private Path formerData() throws IOException {
        Path data = Files.createDirectories(folder.resolve("former"));
        try (InputStream in = new GZIPInputStream(left(FILE + ".gz"))) {
            Files.copy(in, data.resolve(FILE));
        }
        return data;
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "check", "run"})
    void a_file_of_the_former_layout_is_refused_with_the_two_commands_that_take_it_over(String command)
            throws IOException {
        String data = formerData().toString();

        int status = command.equals("run") ? run("--port", "0", "--data", data) : run(command, "--data", data);

        assertThat(status).isEqualTo(1);
        assertThat(said)
                .contains("layout 1", "./run export FILE", "./run import FILE")
                .hasLineCount(1)
                .doesNotContain("Exception");
    }

    /** What has come to the export since, and is empty of what was exported before. */
    private static String withoutLaterFields(String lines) {
        return lines.replace("\"formerNames\":[],", "")
                .replace(",\"closed\":null", "")
                .replace(",\"origin\":null", "");
    }

    @Test
    void what_the_former_program_exports_is_imported_and_exported_again_as_it_was() throws IOException {
        Path export = folder.resolve("export.jsonl");
        try (InputStream in = left("export.jsonl")) {
            Files.copy(in, export);
        }
        String data = folder.resolve("data").toString();

        assertThat(run("import", export.toString(), "--data", data)).as(said).isZero();
        assertThat(run("export", "--data", data)).as(said).isZero();

        assertThat(withoutLaterFields(exported)).isEqualTo(Files.readString(export));
    }
}
