package ie.tradsessions.infrastructure.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ie.tradsessions.infrastructure.local.accounts.Accounts;
import ie.tradsessions.infrastructure.local.accounts.SampleAccount;
import ie.tradsessions.infrastructure.local.importing.Progress;
import ie.tradsessions.infrastructure.local.sample.SampleData;
import ie.tradsessions.infrastructure.local.server.LocalServer;
import ie.tradsessions.infrastructure.local.server.WebSite;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "./run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts TradSessions on this machine, with sample sessions in it.",
        footer = {
            "",
            "A file to import is Overpass JSON or GeoJSON of venues, CSV whose first line names the",
            "columns (with a column \"recurrence\" it is of sessions), or our own export. It is",
            "recognised by what is in it. Rows that cannot be taken are reported by number and reason."
        })
final class RunCommand implements Callable<Integer> {
    private final String version;
    private final InstantSource clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen to; 0 is any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--empty", description = "Start without the sample data.")
    private boolean empty;

    @Option(names = "--import", paramLabel = "FILE", description = "Import a file at start; may be repeated.")
    private List<Path> imports = new ArrayList<>();

    @Option(names = "--web", paramLabel = "DIR", description = "Serve the generated web app from here.")
    private @Nullable Path web;

    @Option(
            names = "--sign-in",
            paramLabel = "DIR",
            description = "Keep accounts by cognito-local, which is among the Node packages here.")
    private @Nullable Path signIn;

    @Mixin
    private StoreOptions storage = new StoreOptions();

    @Option(names = "--quiet", description = "Do not log requests.")
    private boolean quiet;

    RunCommand(String version, InstantSource clock) {
        this.version = version;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = commandLine().getOut();
        PrintWriter err = commandLine().getErr();
        checkPort();
        storage.check();
        if (quiet) {
            ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        }
        if (web != null) {
            WebSite.check(web);
        }
        ImportRun importRun = ImportRun.survey(imports, storage.data());
        Store store = storage.open();
        boolean started = false;
        Accounts accounts = Accounts.off("--sign-in names the Node packages with cognito-local");
        try {
            store.begin();
            LocalApplication application = LocalApplication.on(store, version, clock);
            boolean onlySamples =
                    (empty ? holdsOnlySamples(application) : loadSamples(application, err)) && importRun.isEmpty();
            if (signIn != null) {
                accounts = Accounts.open(signIn, storage.accounts(), onlySamples, out, clock);
            }
            importRun.into(application, out, err);
            WebSite site = web == null
                    ? WebSite.none()
                    : WebSite.load(web, onlySamples ? WebSite.Content.GENERATED : WebSite.Content.FROM_API);
            LocalServer server = LocalServer.start(
                    port, application.functions(accounts.signIn()), site, LocalServer.Timeouts.DEFAULT, clock);
            started = true;
            application.snapshots().start();
            closeOnExit(server, accounts, store);
            printSummary(out, server, store, application, accounts);
            return CommandLine.ExitCode.OK;
        } catch (BindException e) {
            return fail("Port " + port + " is in use; choose another with --port, or --port 0 for any that is free.");
        } finally {
            if (!started) {
                accounts.close();
                store.close();
            }
        }
    }

    /**
     * Stores the samples where there is nothing yet, or where that was interrupted; where there is nothing but samples,
     * moves their dates to today.
     *
     * @return whether the samples are there, and nothing else: only then do the generated pages show what is there
     */
    static boolean loadSamples(LocalApplication application, PrintWriter err) {
        LocalApplication.Contents contents = application.contents();
        if (contents == LocalApplication.Contents.OTHER_DATA) {
            return false;
        }
        boolean stored = contents == LocalApplication.Contents.ALL_SAMPLES;
        if (stored && application.samplesAreOfToday()) {
            return true;
        }
        err.println(stored ? "Moving the samples to today …" : "Storing the samples …");
        err.flush();
        try (Progress progress = TaskProgress.on(err).start("samples", SampleData.size())) {
            application.sampleData().load(progress);
        }
        return true;
    }

    private static boolean holdsOnlySamples(LocalApplication application) {
        return application.contents() == LocalApplication.Contents.ALL_SAMPLES;
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli runs this command, and nobody else");
        }
        return spec.commandLine();
    }

    private int fail(String why) {
        commandLine().getErr().println(why);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private void checkPort() {
        if (port < 0 || port > 65_535) {
            throw new CommandLine.ParameterException(commandLine(), "--port: a number from 0 to 65535");
        }
    }

    private static void closeOnExit(LocalServer server, Accounts accounts, Store store) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            closeQuietly(accounts);
                            closeQuietly(store);
                            // Whoever stops a server has got what was asked for: that is no error.
                            Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
                        },
                        "end"));
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(RunCommand.class)
                    .atWarn()
                    .setCause(e)
                    .addArgument(part.getClass().getSimpleName())
                    .log("{} did not close");
        }
    }

    private void printSummary(
            PrintWriter out, LocalServer server, Store store, LocalApplication application, Accounts accounts) {
        LocalApplication.StoredCounts counts = application.storedCounts();
        out.println("TradSessions " + version);
        out.println("  Open      " + server.address()
                + (web == null ? "/v1/sessions (API only; --web serves the app)" : ""));
        out.printf(
                Locale.ROOT,
                "  Holds     %,d sessions, %,d venues%s%n",
                counts.sessions(),
                counts.venues(),
                holdsOnlySamples(application) ? ", all of them samples" : "");
        if (web != null) {
            out.println("  Web app   " + web);
        }
        out.println("  Sign-in   " + accounts.state());
        if (accounts.haveSamples()) {
            for (SampleAccount account : SampleAccount.values()) {
                out.println("            as " + account.description() + ": " + account.email());
            }
            out.println("            each with the password " + SampleAccount.PASSWORD);
        }
        out.println("  Stored " + store.place() + (store.table().isEmpty() ? ": all of it is gone when you stop." : ".")
                + " Ctrl-C stops.");
        out.flush();
    }
}
