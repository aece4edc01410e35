package ie.tradsessions.infrastructure.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ie.tradsessions.infrastructure.local.importing.DataFile;
import ie.tradsessions.infrastructure.local.importing.ImportReport;
import ie.tradsessions.infrastructure.local.importing.Progress;
import ie.tradsessions.infrastructure.local.importing.UnusableFile;
import ie.tradsessions.infrastructure.local.server.LocalServer;
import ie.tradsessions.infrastructure.local.server.UnusableWebApp;
import ie.tradsessions.infrastructure.local.server.WebSite;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
            "A file to import is Overpass JSON or GeoJSON of venues, or CSV whose first line names",
            "the columns; with a column \"recurrence\" it is of sessions. It is recognised by what",
            "is in it. Rows that cannot be taken are reported by number and reason."
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
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Where long reports of imports go (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--quiet", description = "Do not log requests.")
    private boolean quiet;

    RunCommand(String version, InstantSource clock) {
        this.version = version;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = commandLine().getOut();
        try {
            checkPort();
            if (quiet) {
                ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
            }
            WebSite site = web == null ? WebSite.none() : WebSite.load(web, content());
            List<Incoming> incoming = survey();
            Machine machine = Machine.inMemory(version, clock);
            if (!empty) {
                machine.sampleData().load();
            }
            for (Incoming file : incoming) {
                importFile(machine, file, out);
            }
            LocalServer server =
                    LocalServer.start(port, machine.publicHandler(), site, LocalServer.Patience.USUAL, clock);
            endCleanly(server);
            greet(out, server, machine.stock());
            return CommandLine.ExitCode.OK;
        } catch (UnusableFile | UnusableWebApp e) {
            return fail(String.valueOf(e.getMessage()));
        } catch (BindException e) {
            return fail("Port " + port + " is in use; choose another with --port, or --port 0 for any that is free.");
        }
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

    /** The generated pages show the sample data, so they are right only while the store holds those and no others. */
    private WebSite.Content content() {
        return empty || !imports.isEmpty() ? WebSite.Content.FROM_API : WebSite.Content.GENERATED;
    }

    /**
     * A file that is to be imported.
     *
     * @param survey what a first reading told of it
     * @param number its place among the files of this start
     */
    private record Incoming(DataFile file, DataFile.Survey survey, int number) {
        /** Files of one name do not share a report. */
        String reportName() {
            return "import-report-" + number + "-" + file.name() + ".txt";
        }
    }

    /** Reads every file once, so that nothing is stored of any if one of them is not what it says. */
    private List<Incoming> survey() throws UnusableFile {
        List<Incoming> incoming = new ArrayList<>();
        for (Path path : imports) {
            DataFile file = DataFile.at(path);
            incoming.add(new Incoming(file, file.read(entry -> {}), incoming.size() + 1));
        }
        return incoming;
    }

    private void importFile(Machine machine, Incoming incoming, PrintWriter out) throws UnusableFile {
        String name = incoming.file().name();
        out.println("Importing " + name);
        long start = System.nanoTime();
        try (ImportReport report = new ImportReport(data.resolve(incoming.reportName()))) {
            try (Progress progress = ImportProgress.on(commandLine().getErr())
                    .start(name, incoming.survey().entries())) {
                machine.fileImport().run(incoming.file(), progress, report);
            }
            report.print(out, incoming.survey(), Duration.ofNanos(System.nanoTime() - start));
        }
        out.flush();
    }

    private static void endCleanly(LocalServer server) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            // Whoever asks a server to end, and sees it end, has got what was asked for: not an error.
                            Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
                        },
                        "end"));
    }

    private void greet(PrintWriter out, LocalServer server, Machine.Stock stock) {
        out.println("TradSessions " + version);
        out.println("  Open      " + server.address()
                + (web == null ? "/v1/sessions (API only; --web serves the app)" : ""));
        out.printf(
                Locale.ROOT,
                "  Holds     %,d sessions, %,d venues%s%n",
                stock.sessions(),
                stock.venues(),
                empty ? "" : ", samples among them");
        if (web != null) {
            out.println("  Web app   " + web);
        }
        out.println("  Stored in memory: what you import is gone when you stop. Ctrl-C stops.");
        out.flush();
    }
}
