package ie.tradsessions.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many answers a second the local server gives, beside bare servers that know the same answers beforehand and beside
 * json-server, which has the same sessions. One machine carries the servers and the load, so only the ratios mean much.
 */
final class ServerMeasurement {
    private static final int SESSIONS = 8_000;
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

    /** What is asked for, and in which encoding. */
    private enum Workload {
        ONE_PAGE("the front page", List.of(LIST), "identity"),
        ONE_PAGE_COMPRESSED("the same, compressed", List.of(LIST), "gzip"),
        DIFFERENT_PAGES("1,500 different boxes, more than the cache holds", boxes(1_500), "identity"),
        DIFFERENT_PAGES_COMPRESSED(
                "6,000 different boxes, compressed, more than the cache holds", boxes(6_000), "gzip");

        final String title;
        final List<String> targets;
        final String encoding;

        Workload(String title, List<String> targets, String encoding) {
            this.title = title;
            this.targets = targets;
            this.encoding = encoding;
        }

        /** Each a little wider than the one before, and with 20 sessions on its page. */
        private static List<String> boxes(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> String.format(Locale.ROOT, "%s?bbox=%.4f,51,-5,56", LIST, -11 - i / 10_000.0))
                    .toList();
        }

        /** The address at a bare server, which looks at no headers. */
        String recorded(String target) {
            return "/" + encoding + target;
        }
    }

    private static final class Target {
        final String title;
        final HttpLoad load;
        final List<HttpLoad.Result> results = new ArrayList<>();

        Target(String title, Program server, List<String> addresses, String encoding) {
            this.title = title;
            load = new HttpLoad(CONNECTIONS, server.port(), addresses, encoding);
        }

        /** The round with the middle number of requests. */
        HttpLoad.Result median() {
            return results.stream()
                    .sorted(Comparator.comparingDouble(HttpLoad.Result::perSecond))
                    .toList()
                    .get(results.size() / 2);
        }
    }

    /** What is measured in turn; the first is the local server. */
    private record Comparison(String title, List<Target> targets) {}

    void measure() throws IOException, InterruptedException {
        Path csv = work.resolve("sessions.csv");
        SessionsFile.write(csv, new GeneratedStore(SESSIONS).generated());
        try (Program local = start(localServer(csv))) {
            String cards = cards(local);
            Path database = Files.writeString(work.resolve("db.json"), "{\"sessions\":[" + cards + "]}");
            Path bodies = work.resolve("bodies");
            record(local).write(bodies);
            try (Program jdk = start(bareServer(BareServer.Kind.JDK, bodies));
                    Program undertow = start(bareServer(BareServer.Kind.UNDERTOW, bodies));
                    Program jsonServer = start(jsonServer(database))) {
                jdk.firstAnswer(Workload.ONE_PAGE.recorded(LIST));
                undertow.firstAnswer(Workload.ONE_PAGE.recorded(LIST));
                jsonServer.firstAnswer(PAGE);
                List<Comparison> comparisons = new ArrayList<>();
                for (Workload workload : Workload.values()) {
                    comparisons.add(comparison(workload, local, jdk, undertow));
                }
                comparisons
                        .getFirst()
                        .targets()
                        .addAll(List.of(
                                new Target(
                                        "json-server, page of 20 in no order", jsonServer, List.of(PAGE), "identity"),
                                new Target(
                                        "json-server, in the order of a number",
                                        jsonServer,
                                        List.of(SORTED),
                                        "identity"),
                                new Target("json-server, slice of 20", jsonServer, List.of(SLICE), "identity")));
                out.printf(
                        Locale.ROOT,
                        "%,d sessions over HTTP on loopback, %d connections, median of %d%n",
                        count(cards),
                        CONNECTIONS,
                        rounds());
                out.println("| | requests/s | p50 ms | p99 ms | the local server is |");
                out.println("|---|---:|---:|---:|---:|");
                for (Comparison comparison : comparisons) {
                    measure(comparison);
                    print(comparison);
                }
            }
        }
    }

    private static RecordedBodies record(Program local) throws IOException, InterruptedException {
        RecordedBodies bodies = new RecordedBodies();
        for (Workload workload : Workload.values()) {
            for (String target : workload.targets) {
                bodies.put(workload.recorded(target), local.get(target, workload.encoding));
            }
        }
        return bodies;
    }

    private static Comparison comparison(Workload workload, Program local, Program jdk, Program undertow) {
        List<String> recorded =
                workload.targets.stream().map(workload::recorded).toList();
        return new Comparison(
                workload.title,
                new ArrayList<>(List.of(
                        new Target("the local server", local, workload.targets, workload.encoding),
                        new Target("a bare JDK server, the same bytes", jdk, recorded, workload.encoding),
                        new Target("a bare Undertow, the same bytes", undertow, recorded, workload.encoding))));
    }

    private void measure(Comparison comparison) throws IOException {
        for (int round = 0; round < rounds(); round++) {
            for (Target target : comparison.targets()) {
                // The first warm-up is longer: it meets code that is not compiled yet.
                target.load.run(Duration.ofSeconds(quick || round > 0 ? 2 : 10));
                target.results.add(target.load.run(Duration.ofSeconds(quick ? 2 : 5)));
            }
        }
    }

    private void print(Comparison comparison) {
        HttpLoad.Result ours = comparison.targets().getFirst().median();
        for (Target target : comparison.targets()) {
            HttpLoad.Result result = target.median();
            out.printf(
                    Locale.ROOT,
                    "| %s: %s | %,.0f | %.2f | %.2f | %.2f times as fast |%n",
                    comparison.title(),
                    target.title,
                    result.perSecond(),
                    result.half(),
                    result.most(),
                    ours.perSecond() / result.perSecond());
        }
    }

    private int rounds() {
        return quick ? 1 : ROUNDS;
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
                "--quiet",
                "--import",
                csv.toString(),
                "--port",
                "{port}");
    }

    private static List<String> bareServer(BareServer.Kind kind, Path bodies) {
        return List.of(
                Java.COMMAND,
                // Else each answer of the JDK's server waits for the acknowledgement of its head, for 40 ms.
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                Java.CLASS_PATH,
                BareServer.class.getName(),
                "{port}",
                kind.name(),
                bodies.toString());
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
