package ie.tradsessions.infrastructure.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command line says where it does not start anything. */
class RunCommandTest {
    @TempDir
    Path folder;

    private record Said(int status, String out, String err) {}

    private static Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine(
                        InstantSource.system(), InputStream::nullInputStream, ByteArrayOutputStream::new)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return new Said(commandLine.execute(arguments), out.toString(), err.toString());
    }

    private static void refuses(Said said, String why) {
        assertThat(said.status()).isNotZero();
        assertThat(said.err()).contains(why).hasLineCount(1).doesNotContain("Exception", "\tat ");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void help_names_every_option() {
        Said said = run("--help");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("--port", "--empty", "--import", "--web", "--data", "--quiet", "--version")
                .contains("--store", "--table", "import", "export", "backup", "restore", "check", "repair");
    }

    @Test
    void the_script_explains_every_option_and_command_that_the_program_has() throws IOException {
        Path script = Stream.of(".", "../..")
                .map(up -> Path.of(up, "run"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
        CommandLine all =
                Main.commandLine(InstantSource.system(), InputStream::nullInputStream, ByteArrayOutputStream::new);
        List<String> names = Stream.concat(
                        all.getSubcommands().keySet().stream(),
                        Stream.concat(Stream.of(all), all.getSubcommands().values().stream())
                                .flatMap(command -> command.getCommandSpec().options().stream())
                                .map(CommandLine.Model.OptionSpec::longestName))
                .toList();

        assertThat(Files.readString(script)).contains(names);
    }

    @Test
    void the_version_is_told() {
        assertThat(run("--version").out()).startsWith("TradSessions ");
    }

    @Test
    void an_option_that_does_not_exist_gets_a_hint() {
        Said said = run("--prot", "80");

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("Unknown option", "--prot").doesNotContain("\tat ");
    }

    @Test
    void a_port_has_to_be_one() {
        assertThat(run("--port", "99999").err()).contains("--port: a number from 0 to 65535");
        assertThat(run("--port", "web").err()).contains("--port", "Try './run --help'.");
    }

    @Test
    void a_port_in_use_is_told_in_one_line() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(
                    run("--store", "memory", "--empty", "--port", String.valueOf(taken.getLocalPort())),
                    "is in use; choose another");
        }
    }

    @Test
    void a_web_app_that_is_not_there_is_told_in_one_line() {
        refuses(run("--port", "0", "--web", folder.resolve("none").toString()), "there is no such folder");
        refuses(run("--port", "0", "--web", folder.toString()), "this is not a generated web app");
    }

    @Test
    void a_file_that_cannot_be_imported_is_told_in_one_line() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"elements\": [{\"type\"");
        Path fine = Files.writeString(folder.resolve("fine.csv"), "name,lat,lon\nA,53.3,-6.2\n");

        refuses(run("--port", "0", "--import", "none.csv"), "none.csv: there is no such file");
        refuses(
                run("--port", "0", "--import", fine.toString(), "--import", broken.toString()),
                "broken.json: broken JSON at line 1, column ");
    }

    @Test
    void a_command_or_store_that_does_not_exist_gets_a_hint() {
        assertThat(run("exprot").status()).isEqualTo(2);
        assertThat(run("exprot").err()).contains("exprot").doesNotContain("\tat ");
        assertThat(run("--store", "cloud").err()).contains("cloud", "LOCAL").doesNotContain("\tat ");
        assertThat(run("--store", "aws").err()).contains("--store aws needs --table NAME");
        assertThat(run("--table", "t").err()).contains("--table is for --store aws");
        assertThat(run("export", "--store", "memory").err()).contains("--store memory keeps nothing");
        assertThat(run("import").status()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_or_written_is_told_in_one_line() {
        String data = folder.resolve("data").toString();

        refuses(run("import", "none.csv", "--data", data), "none.csv: there is no such file");
        refuses(run("restore", "none.gz", "--data", data), "none.gz: there is no such file");
        refuses(run("export", folder.toString(), "--data", data), "this file cannot be written");
        refuses(run("backup", folder.resolve("no/b.gz").toString(), "--data", data), "this file cannot be written");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void data_that_cannot_be_used_are_told_in_one_line() throws IOException {
        Path damaged = Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("tradsessions.db"), "No data base begins like this. ".repeat(200));
        Path odd =
                Files.createDirectories(folder.resolve("odd/tradsessions.db")).getParent();
        Path taken = Files.writeString(folder.resolve("taken"), "a file");

        refuses(run("export", "--data", damaged.toString()), "this file is damaged");
        refuses(run("export", "--data", odd.toString()), "this is not a file that can be written");
        refuses(run("export", "--data", taken.toString()), "this folder cannot be written");
    }
}
