package ie.tradsessions.infrastructure.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Judges tokens at the command line, by any key set. */
class VerifyTokenCommandTest {
    private static final String CLAIMS = """
            {"iss":"https://issuer.example","sub":"s","token_use":"access","client_id":"app",\
            "scope":"aws.cognito.signin.user.admin","exp":4102444800}""";

    @TempDir
    Path folder;

    private record Said(int status, String out, String err) {}

    private static Said run(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine(
                        InstantSource.system(),
                        () -> new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        ByteArrayOutputStream::new)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return new Said(commandLine.execute(arguments), out.toString(), err.toString());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String signed(KeyPair pair, String payload) throws GeneralSecurityException {
        String content = base64("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + base64(signature.sign());
    }

    private String keySet(KeyPair pair) throws IOException {
        byte[] modulus = ((RSAPublicKey) pair.getPublic()).getModulus().toByteArray();
        String json = "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"},{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"%s\"}]}"
                .formatted(base64(Arrays.copyOfRange(modulus, 1, modulus.length)));
        return Files.writeString(folder.resolve("keys.json"), json).toString();
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    @Test
    void each_line_gets_its_decision() throws Exception {
        KeyPair pair = pair();
        String keys = keySet(pair);
        String input =
                signed(pair, CLAIMS) + "\n\nnonsense\n" + signed(pair, "no claims") + "\r\n" + signed(pair(), CLAIMS);

        Said said = run(input, "verify-token", "--jwks", keys, "--issuer", "https://issuer.example", "--client", "app");

        assertThat(said.status()).isZero();
        assertThat(said.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("accept"),
                        line -> assertThat(line).startsWith("refuse: "),
                        line -> assertThat(line).startsWith("refuse: "),
                        line -> assertThat(line).startsWith("refuse: its claims"),
                        line -> assertThat(line).startsWith("refuse: its signature"));
        assertThat(run(input, "verify-token", "--jwks", keys, "--signature-only")
                        .out()
                        .lines()
                        .toList())
                .element(3)
                .isEqualTo("accept");
        assertThat(run(
                                input,
                                "verify-token",
                                "--jwks",
                                keys,
                                "--issuer",
                                "https://issuer.example",
                                "--client",
                                "app",
                                "--scope",
                                "other")
                        .out())
                .startsWith("refuse: it does not grant");
    }

    @Test
    void what_cannot_be_used_is_told_in_one_line() throws IOException {
        String broken = Files.writeString(folder.resolve("broken.json"), "{}").toString();
        assertThat(run("a", "verify-token", "--jwks", broken, "--signature-only"))
                .isEqualTo(new Said(1, "", broken + ": this is not a JSON Web Key Set\n"));
        assertThat(run("a", "verify-token", "--jwks", broken).err()).contains("needs --issuer and --client");
        assertThat(run("a", "verify-token").err()).contains("--jwks");
        assertThat(run("a", "verify-token", "--jwks", "none.json", "--signature-only")
                        .err())
                .contains("none.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"keys\":{}}", "{\"keys\":[", "not JSON"})
    void what_is_no_key_set_is_told_in_one_line(String content) throws IOException {
        String file = Files.writeString(folder.resolve("keys.json"), content).toString();
        assertThat(run("a", "verify-token", "--jwks", file, "--signature-only"))
                .isEqualTo(new Said(1, "", file + ": this is not a JSON Web Key Set\n"));
    }

    @Test
    void a_key_set_that_is_no_text_is_told_in_one_line() throws IOException {
        String file = Files.write(folder.resolve("keys.json"), new byte[] {'{', (byte) 0xff})
                .toString();
        assertThat(run("a", "verify-token", "--jwks", file, "--signature-only"))
                .isEqualTo(new Said(1, "", file + ": this is not a JSON Web Key Set, it is not even UTF-8\n"));
        assertThat(run("a", "verify-token", "--jwks", folder.toString(), "--signature-only"))
                .satisfies(said -> assertThat(said.status()).isEqualTo(1))
                .satisfies(said -> assertThat(said.err()).hasLineCount(1));
    }

    /** Each line has its decision, whatever stands in it and however it ends; nothing else is printed. */
    @Test
    void as_a_program_it_answers_line_by_line() throws Exception {
        KeyPair pair = pair();
        String good = signed(pair, "no claims");
        String input = String.join(
                "", good, "\r\n", "\r\n", "a".repeat(1_000_000), "\n", good, " \n", "\u0000\u00ed\n", signed(pair, ""));

        assertThat(program(input, keySet(pair)).lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("accept"),
                        line -> assertThat(line).startsWith("refuse: "),
                        line -> assertThat(line).contains("more than 8192 characters"),
                        line -> assertThat(line).startsWith("refuse: "),
                        line -> assertThat(line).startsWith("refuse: "),
                        line -> assertThat(line).isEqualTo("accept"));
        assertThat(program("", keySet(pair))).isEmpty();
    }

    /** What it printed; it has to end well, and to say nothing of errors. */
    private String program(String input, String keys) throws Exception {
        Path in = Files.writeString(folder.resolve("tokens.txt"), input);
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify-token",
                        "--jwks",
                        keys,
                        "--signature-only")
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
