package ie.tradsessions.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many front pages a second the local server gives, beside a bare server that has nothing to find and beside
 * json-server, which has the same sessions. One machine carries the servers and the load, so only the ratios mean much.
 */
final class ServerMeasurement {
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 3;
    private static final String LIST = "/v1/sessions";
    /** As its documentation says; the same in an order, as ours is; and a way that spares it a search for "_page". */
    private static final String PAGE = "/sessions?_page=1&_limit=20";

    private static final String SORTED = PAGE + "&_sort=rating.mean&_order=desc";
    private static final String SLICE = "/sessions?_start=0&_limit=20";
    private static final String LONG_LIST = LIST + "?limit=100";
    /** What stands before and after the cards of a list. */
    private static final String HEAD = "{\"items\":[";

    private static final String NEXT = "],\"next\":";

    private final Path project;
    private final Path work;
    private final boolean quick;
    private final PrintStream out;

    /** @param work a folder for what is written on the way */
    ServerMeasurement(Path project, Path work, boolean quick, PrintStream out) {
        this.project = project;
        this.work = work;
        this.quick = quick;
        this.out = out;
    }

    private static final class Target {
        final String title;
        final Load load;
        final List<Load.Result> results = new ArrayList<>();

        Target(String title, Program server, String address) {
            this.title = title;
            load = new Load(CONNECTIONS, server.port(), address);
        }

        /** The round with the middle number of requests. */
        Load.Result median() {
            return results.stream()
                    .sorted(Comparator.comparingDouble(Load.Result::perSecond))
                    .toList()
                    .get(results.size() / 2);
        }
    }

    void measure() throws IOException, InterruptedException {
        Path csv = work.resolve("sessions.csv");
        SessionsFile.write(csv, GeneratedStore.ofMany().generated());
        try (Program local = start(localServer(csv))) {
            String cards = cards(local);
            Path body = Files.writeString(work.resolve("list.json"), local.get(LIST));
            Path database = Files.writeString(work.resolve("db.json"), "{\"sessions\":[" + cards + "]}");
            try (Program bare = start(bareServer(body));
                    Program jsonServer = start(jsonServer(database))) {
                bare.firstAnswer("/");
                jsonServer.firstAnswer(PAGE);
                Target ours = new Target("local server", local, LIST);
                Target floor = new Target("bare server, the same bytes", bare, "/");
                Target page = new Target("json-server, " + PAGE, jsonServer, PAGE);
                Target sorted = new Target("json-server, " + SORTED, jsonServer, SORTED);
                Target slice = new Target("json-server, " + SLICE, jsonServer, SLICE);
                List<Target> targets = List.of(ours, floor, page, sorted, slice);
                for (int round = 0; round < (quick ? 1 : ROUNDS); round++) {
                    for (Target target : targets) {
                        // The first warm-up is longer: it meets code that is not compiled yet.
                        target.load.run(Duration.ofSeconds(quick || round > 0 ? 2 : 10));
                        target.results.add(target.load.run(Duration.ofSeconds(quick ? 2 : 5)));
                    }
                }
                out.printf(
                        "The first 20 of %,d sessions over HTTP on loopback, %d connections, median of %d%n",
                        count(cards), CONNECTIONS, ours.results.size());
                out.printf("%-74s %12s %8s %8s %14s%n", "server", "requests/s", "p50 ms", "p99 ms", "local server is");
                for (Target target : targets) {
                    Load.Result result = target.median();
                    out.printf(
                            "%-74s %12.0f %8.2f %8.2f %13.2fx%n",
                            target.title,
                            result.perSecond(),
                            result.half(),
                            result.most(),
                            ours.median().perSecond() / result.perSecond());
                }
            }
        }
    }

    private Program start(List<String> command) throws IOException {
        return Program.start(project, work.resolve("servers.log"), command);
    }

    private List<String> localServer(Path csv) {
        return List.of(
                Java.COMMAND,
                "-jar",
                project.resolve("infrastructure/local/target/tradsessions.jar").toString(),
                "--store",
                "memory",
                "--empty",
                "--import",
                csv.toString(),
                "--port",
                "{port}");
    }

    private static List<String> bareServer(Path body) {
        return List.of(
                Java.COMMAND,
                // Else each answer waits for the acknowledgement of its head, for 40 ms.
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                Java.CLASS_PATH,
                BareServer.class.getName(),
                "{port}",
                body.toString());
    }

    private List<String> jsonServer(Path database) {
        return List.of(
                "node",
                project.resolve("benchmarks/json-server/node_modules/json-server/lib/cli/bin.js")
                        .toString(),
                "--quiet",
                "--read-only",
                "--host",
                "localhost",
                "--port",
                "{port}",
                database.toString());
    }

    /** The cards of all sessions, in the order of the list, with commas between them. */
    private static String cards(Program local) throws IOException, InterruptedException {
        List<String> pages = new ArrayList<>();
        String page = local.firstAnswer(LONG_LIST);
        while (true) {
            int end = page.lastIndexOf(NEXT);
            pages.add(page.substring(HEAD.length(), end));
            String next = page.substring(end + NEXT.length(), page.length() - 1);
            if (next.equals("null")) {
                return String.join(",", pages);
            }
            page = local.get(LONG_LIST + "&cursor=" + next.replace("\"", ""));
        }
    }

    private static int count(String cards) {
        return cards.split("\"freshness\":", -1).length - 1;
    }
}
