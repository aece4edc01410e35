package ie.tradsessions.infrastructure.local.accounts;

import ie.tradsessions.adapters.lambda.access.CognitoApi;
import ie.tradsessions.adapters.lambda.access.HttpKeySource;
import ie.tradsessions.adapters.lambda.access.JwtVerifier;
import ie.tradsessions.adapters.lambda.access.SignIn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The accounts of this machine, or the reason why there are none. */
public final class Accounts implements AutoCloseable {
    private final SignIn signIn;
    private final String state;
    private final boolean samples;
    private final @Nullable CognitoLocalServer server;
    private final @Nullable Path forgotten;

    private Accounts(
            SignIn signIn,
            String state,
            boolean samples,
            @Nullable CognitoLocalServer server,
            @Nullable Path forgotten) {
        this.signIn = signIn;
        this.state = state;
        this.samples = samples;
        this.server = server;
        this.forgotten = forgotten;
    }

    /** Where nobody can sign in. */
    public static Accounts off(String reason) {
        return new Accounts(SignIn.off(), "off: " + reason, false, null, null);
    }

    /**
     * Starts the server that keeps them, and does not wait for it. Where it cannot be started, sign-in is off.
     *
     * @param packages a folder node_modules with cognito-local
     * @param kept where the accounts are kept; null if they are forgotten at the end
     * @param samples whether the sample people have accounts
     * @param terminal where codes are told
     */
    public static Accounts open(
            Path packages, @Nullable Path kept, boolean samples, PrintWriter terminal, InstantSource clock) {
        @Nullable Path forgotten = null;
        try {
            Path folder;
            if (kept == null) {
                folder = Files.createTempDirectory("tradsessions-accounts");
                forgotten = folder;
            } else {
                folder = kept;
            }
            AccountFiles files = new AccountFiles(folder);
            files.prepare(samples);
            CognitoLocalServer server = CognitoLocalServer.start(packages, files.folder());
            JwtVerifier verifier = new JwtVerifier(
                    () -> new HttpKeySource(server.address().resolve(AccountFiles.KEY_SET)).fetch(),
                    AccountFiles.POLICY,
                    clock);
            CognitoLocal provider = new CognitoLocal(new CognitoApi(), () -> root(server), files, verifier, terminal);
            return new Accounts(
                    new SignIn(provider, verifier),
                    kept == null ? "accounts are gone when you stop" : "accounts in " + kept,
                    files.holdSamples(),
                    server,
                    forgotten);
        } catch (UnusableAccounts | IOException e) {
            delete(forgotten);
            return off(String.valueOf(e.getMessage()));
        }
    }

    private static URI root(CognitoLocalServer server) {
        return server.address().resolve("/");
    }

    public SignIn signIn() {
        return signIn;
    }

    /** Where the accounts are, or why there are none, for people. */
    public String state() {
        return state;
    }

    /** Whether the sample people can sign in. */
    public boolean haveSamples() {
        return samples;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        delete(forgotten);
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
