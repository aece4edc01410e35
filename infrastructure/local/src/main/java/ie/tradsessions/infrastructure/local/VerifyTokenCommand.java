package ie.tradsessions.infrastructure.local;

import ie.tradsessions.adapters.lambda.access.JwtVerifier;
import ie.tradsessions.adapters.lambda.access.TokenPolicy;
import ie.tradsessions.adapters.lambda.access.TokenVerifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify-token",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads a token a line from standard input, and prints \"accept\" or \"refuse: \" and",
            "the reason: as the product would decide by this key set."
        })
final class VerifyTokenCommand implements Callable<Integer> {
    private final InstantSource clock;
    private final Supplier<InputStream> standardIn;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--jwks", required = true, paramLabel = "FILE", description = "The issuer's key set.")
    private Path jwks = Path.of("");

    @Option(names = "--issuer", paramLabel = "ISSUER", description = "Who has to have issued the tokens (iss).")
    private @Nullable String issuer;

    @Option(names = "--client", paramLabel = "CLIENT", description = "For whom they have to be (client_id).")
    private @Nullable String client;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = TokenPolicy.DEFAULT_SCOPE,
            description = "What they have to grant (default: ${DEFAULT-VALUE}).")
    private String scope = TokenPolicy.DEFAULT_SCOPE;

    @Option(names = "--signature-only", description = "Judge the signature and its key alone, whatever is signed.")
    private boolean signatureOnly;

    VerifyTokenCommand(InstantSource clock, Supplier<InputStream> standardIn) {
        this.clock = clock;
        this.standardIn = standardIn;
    }

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("picocli runs this command, and nobody else");
        }
        CommandLine commandLine = spec.commandLine();
        String keys = text();
        TokenVerifier verifier = verifier(commandLine, keys);
        if (!JwtVerifier.isKeySet(keys)) {
            throw new UnusableKeySet(jwks + ": this is not a JSON Web Key Set");
        }
        PrintWriter out = commandLine.getOut();
        try (BufferedReader tokens =
                new BufferedReader(new InputStreamReader(standardIn.get(), StandardCharsets.UTF_8))) {
            String token = tokens.readLine();
            while (token != null) {
                out.println(decision(verifier.verify(token)));
                out.flush();
                token = tokens.readLine();
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private String text() throws IOException {
        try {
            return Files.readString(jwks);
        } catch (CharacterCodingException e) {
            throw new UnusableKeySet(jwks + ": this is not a JSON Web Key Set, it is not even UTF-8");
        }
    }

    private TokenVerifier verifier(CommandLine commandLine, String keys) {
        if (signatureOnly) {
            return JwtVerifier.ofSignatures(() -> keys, clock);
        }
        if (issuer == null || client == null) {
            throw new CommandLine.ParameterException(
                    commandLine, "verify-token needs --issuer and --client, or --signature-only");
        }
        return new JwtVerifier(() -> keys, new TokenPolicy(issuer, client, scope), clock);
    }

    /** The message says why, for people. */
    static final class UnusableKeySet extends IOException {
        private static final long serialVersionUID = 1L;

        UnusableKeySet(String message) {
            super(message);
        }
    }

    private static String decision(TokenVerifier.Verification verification) {
        return switch (verification) {
            case TokenVerifier.Verification.Verified verified -> "accept";
            case TokenVerifier.Verification.Refused(String reason) -> "refuse: " + reason;
        };
    }
}
