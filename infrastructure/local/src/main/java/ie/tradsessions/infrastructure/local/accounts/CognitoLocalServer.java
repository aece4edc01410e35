package ie.tradsessions.infrastructure.local.accounts;

import ie.tradsessions.adapters.lambda.http.Unavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * cognito-local in a process of its own, on a port of this machine that is free. It ends with this program, however that
 * ends: it reads from us, and stops where nothing more can come. Its log holds e-mails and codes, and goes nowhere.
 */
final class CognitoLocalServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("running on (http://127\\.0\\.0\\.1:\\d+)");
    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final String LAUNCH =
            "process.stdin.resume().on('end', () => process.exit(0)); require(process.argv[1]);";

    private final Process process;
    private final CompletableFuture<URI> address;

    private CognitoLocalServer(Process process, CompletableFuture<URI> address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it, and does not wait until it has started.
     *
     * @param packages a folder node_modules, whose own Node is used where it has one
     */
    static CognitoLocalServer start(Path packages, Path folder) throws IOException, UnusableAccounts {
        Path program = packages.resolve("cognito-local/lib/bin/start.js").toAbsolutePath();
        if (!Files.isRegularFile(program)) {
            throw new UnusableAccounts("cognito-local is not in " + packages);
        }
        Path ownNode = packages.resolve(".bin/node").toAbsolutePath();
        String node = Files.isExecutable(ownNode) ? ownNode.toString() : "node";
        ProcessBuilder builder = new ProcessBuilder(node, "-e", LAUNCH, program.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "HOST", "127.0.0.1",
                        "PORT", "0",
                        "NODE_NO_WARNINGS", "1",
                        "AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE", "1"));
        try {
            Process process = builder.start();
            CompletableFuture<URI> address = new CompletableFuture<>();
            Thread.ofVirtual().name("cognito-local").start(() -> read(process, address));
            return new CognitoLocalServer(process, address);
        } catch (IOException e) {
            throw new UnusableAccounts("Node cannot be started");
        }
    }

    private static void read(Process process, CompletableFuture<URI> address) {
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    address.complete(URI.create(matcher.group(1)));
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
        address.completeExceptionally(new IOException("cognito-local ended before it had started"));
    }

    /** @throws Unavailable if it has ended, or does not start in time */
    URI address() {
        try {
            if (process.isAlive()) {
                return address.get(START_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable(e);
        }
        throw unavailable(null);
    }

    private static Unavailable unavailable(@Nullable Exception cause) {
        return new Unavailable("cognito-local does not run", RETRY_AFTER, cause);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
