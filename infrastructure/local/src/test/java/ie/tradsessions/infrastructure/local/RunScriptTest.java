package ie.tradsessions.infrastructure.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script refuses by itself, before it builds anything. */
@Timeout(60)
class RunScriptTest {
    private static final Path ROOT = Stream.of(".", "../..")
            .map(Path::of)
            .filter(folder -> Files.isRegularFile(folder.resolve("run")))
            .findFirst()
            .orElseThrow();

    private record Said(int status, String text) {}

    private static Said bash(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    /** Only the check of the arguments: what passes it would go on to build. */
    private static Said checked(String arguments) throws IOException, InterruptedException {
        return bash(
                "-c",
                "set -euo pipefail; source <(sed -n '/^usage()/,/^}/p' run); source .ci/arguments.sh; check_arguments "
                        + arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    exprot              | Did you mean 'export'?
                    improt README.md    | Did you mean 'import'?
                    Export              | Did you mean 'export'?
                    chekc               | Did you mean 'check'?
                    nonsense            | Unknown command: 'nonsense'
                    ''                  | Unknown command
                    e.*                 | Unknown command: 'e.*'
                    --prot 80           | Did you mean '--port'?
                    --sotre memory      | Did you mean '--store'?
                    -x                  | Unknown option: '-x'
                    import              | import needs a file: ./run import FILE...
                    import none.csv     | none.csv: there is no such file
                    restore none.gz     | none.gz: there is no such file
                    repair              | repair takes one file: ./run repair FILE
                    backup a b          | backup takes one file
                    export a b          | export takes one file at most
                    check a             | check takes no file
                    --import none.csv   | none.csv: there is no such file
                    --web none          | none: there is no such folder
                    --port              | --port needs a value
                    --port --quiet      | --port needs a value
                    --port 99999        | --port: a number from 0 to 65535
                    --empty=yes         | --empty takes no value
                    export --port 80    | Unknown option: '--port' of export
                    --data d export     | write options behind the command
                    verify-tokn         | Did you mean 'verify-token'?
                    verify-token a      | verify-token takes no file
                    verify-token --data d | Unknown option: '--data' of verify-token
                    verify-token --jwks none | none: there is no such file
                    --jwks README.md    | It is for ./run verify-token
                    --signature-only    | It is for ./run verify-token
                    """)
    void a_mistake_is_refused_with_a_hint(String arguments, String hint) throws Exception {
        Said said = checked(arguments.isEmpty() ? "''" : arguments);

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.text()).contains(hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--port 0 --empty --quiet",
                "--port=8123 --store memory",
                "--dev",
                "-V",
                "--store aws --table t",
                "--import README.md --import run --web docs",
                "import README.md run --data d",
                "import -- README.md",
                "export",
                "export --store aws --table t",
                "export new.jsonl",
                "backup new.gz",
                "check --data d",
                "--sign-in webapp --port 0",
                "verify-token --jwks README.md --signature-only",
                "verify-token --jwks=README.md --issuer i --client c --scope s"
            })
    void what_is_right_passes(String arguments) throws Exception {
        assertThat(checked(arguments)).isEqualTo(new Said(0, ""));
    }

    @Test
    void a_mistyped_command_is_refused_before_anything_is_built() throws Exception {
        Said said = bash("run", "exprot");

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.text()).contains("Unknown command: 'exprot'").doesNotContain("Building");
    }
}
