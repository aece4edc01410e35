package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.DynamoServer;
import ie.tradsessions.infrastructure.function.FakeRuntimeApi;
import ie.tradsessions.infrastructure.function.Invocation;
import ie.tradsessions.infrastructure.function.RuntimeInterfaceClient;
import ie.tradsessions.infrastructure.function.RuntimeInterfaceClient.Launch;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What the public function takes under Lambda's own client, from the jar that is deployed: to start, for its first answer,
 * and for those after; beside functions that do nothing, and one that is written as one writes it first.
 */
final class FunctionMeasurement {
    private static final int FEW = 100;
    private static final int MANY = 8_000;

    /** What a list is asked for with, as a browser asks. */
    private static final String EVENT = Invocation.event(
            "GET",
            "/v1/sessions",
            Map.of(
                    "accept", "application/json",
                    "accept-encoding", "gzip, deflate, br",
                    "host", "abcdefghij.execute-api.eu-west-1.amazonaws.com",
                    "user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                    "x-forwarded-for", "203.0.113.9",
                    "x-forwarded-proto", "https"));

    private static final String OURS = "ie.tradsessions.infrastructure.function.PublicFunction";
    private static final Pattern DATA_BINDING = Pattern.compile("jackson-(databind|annotations)-[^/]*\\.jar");
    private static final Pattern BENCHMARKS =
            Pattern.compile("benchmarks\\.jar|infrastructure-function-.*-tests\\.jar");

    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

    private static final double MAX_WARM = 2;
    private static final double MAX_FIRST = 0.4;

    private final Path work;
    private final boolean quick;
    private final PrintStream out;
    private final String deployable;
    private final String withBenchmarks;

    /** @param work a folder for what is written on the way */
    FunctionMeasurement(Path project, Path work, boolean quick, PrintStream out) throws IOException {
        this.work = Files.createDirectories(work.resolve("functions"));
        this.quick = quick;
        this.out = out;
        deployable =
                project.resolve("infrastructure/function/target/functions.jar").toString();
        withBenchmarks = named(BENCHMARKS) + File.pathSeparator + deployable;
    }

    /** What one process took, in milliseconds; of the answers after the first, the median and the 99th of 100. */
    private record Times(double init, double first, double warm, double warm99) {
        double coldStart() {
            return init + first;
        }
    }

    /** A function, and how it was started in each round. */
    private static final class Row {
        private final String title;
        private final Launch launch;
        private final boolean restored;
        private final List<Times> times = new ArrayList<>();

        Row(String title, Launch launch, boolean restored) {
            this.title = title;
            this.launch = launch;
            this.restored = restored;
        }

        Row(String title, Launch launch) {
            this(title, launch, false);
        }

        Times median() {
            return new Times(
                    FunctionMeasurement.median(times.stream().mapToDouble(Times::init)),
                    FunctionMeasurement.median(times.stream().mapToDouble(Times::first)),
                    FunctionMeasurement.median(times.stream().mapToDouble(Times::warm)),
                    FunctionMeasurement.median(times.stream().mapToDouble(Times::warm99)));
        }
    }

    void measure() throws IOException, InterruptedException {
        try (DynamoServer server = new DynamoServer()) {
            FunctionTable few = FunctionTable.with(server, work, FEW);
            few.storeExport(FEW);
            FunctionTable many = FunctionTable.with(server, work, MANY);
            Launch ours = launch(OURS, deployable, few.variables());
            Launch oursOfMany = launch(OURS, deployable, many.variables());
            Map<String, String> answer =
                    Map.of(NoOpFunction.RESPONSE, answerOf(ours).toString());

            Row noOp = new Row(
                    "a function that does nothing", launch(NoOpFunction.class.getName(), withBenchmarks, answer));
            Row noOpEvent = new Row(
                    "the same, with objects for JSON",
                    launch(NoOpEventFunction.class.getName(), withBenchmarks, answer));
            Row plain = new Row(
                    "a plain function, 100 sessions",
                    launch(
                            PlainFunction.class.getName(),
                            withBenchmarks + File.pathSeparator + named(DATA_BINDING),
                            few.variables()));
            Row row = new Row("ours, 100 sessions", ours);
            Row cached = new Row("the same, AOT cache", withAotCache(ours, "few.aot"));
            Row restored = new Row("the same, restored", ours, true);
            Row rowOfMany = new Row("ours, 8,000 sessions", oursOfMany);
            Row cachedOfMany = new Row("the same, AOT cache", withAotCache(oursOfMany, "many.aot"));
            Row restoredOfMany = new Row("the same, restored", oursOfMany, true);
            List<Row> rows =
                    List.of(noOp, noOpEvent, plain, row, cached, restored, rowOfMany, cachedOfMany, restoredOfMany);
            List<Double> bare = new ArrayList<>();
            for (int round = 0; round < rounds(); round++) {
                bare.add(bareJvm());
                for (Row one : rows) {
                    one.times.add(timesOf(one));
                }
            }
            print(bare, rows);
            out.println();
            printAims(noOp, noOpEvent, plain, row, cached, restored);
            out.println();
            printReads(few, row.median());
        }
    }

    private Launch launch(String handler, String classPath, Map<String, String> variables) {
        return new Launch(work, handler, classPath, RuntimeInterfaceClient.OPTIONS, variables);
    }

    /** The jars of the class path that have such names. */
    private static String named(Pattern name) {
        return Stream.of(Java.CLASS_PATH.split(File.pathSeparator, -1))
                .filter(path -> name.matcher(String.valueOf(Path.of(path).getFileName()))
                        .matches())
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A file with what the function answers, for those that do nothing. */
    private Path answerOf(Launch ours) throws IOException {
        try (RuntimeInterfaceClient client = ours.start()) {
            return Files.writeString(
                    work.resolve("answer.json"), answered(client).body());
        }
    }

    /** Starts so with an AOT cache, which the JVM makes at the end of a run with the same options. */
    private Launch withAotCache(Launch launch, String file) throws IOException, InterruptedException {
        Path cache = work.resolve(file);
        Files.deleteIfExists(cache);
        try (RuntimeInterfaceClient client =
                launch.with(List.of("-XX:AOTCacheOutput=" + cache)).start()) {
            for (int i = 0; i < 3; i++) {
                answered(client);
            }
            client.end();
        }
        // With AOTMode=on the JVM refuses to start where it cannot use the cache.
        return launch.with(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
    }

    private Times timesOf(Row row) throws IOException {
        try (RuntimeInterfaceClient client = row.restored ? row.launch.startForSnapshot() : row.launch.start()) {
            double init;
            if (row.restored) {
                client.initForSnapshot();
                init = millis(client.restore());
            } else {
                init = millis(client.init());
            }
            double first = millis(answered(client).taken());
            double[] warm = new double[warmAnswers()];
            for (int i = 0; i < warm.length; i++) {
                warm[i] = millis(answered(client).taken());
            }
            // By then what is called often has been compiled.
            double[] later = Arrays.copyOfRange(warm, warm.length / 2, warm.length);
            Arrays.sort(later);
            return new Times(init, first, later[later.length / 2], later[later.length * 99 / 100]);
        }
    }

    private static FakeRuntimeApi.Answer answered(RuntimeInterfaceClient client) {
        FakeRuntimeApi.Answer answer = client.invoke(EVENT);
        if (answer.failed() || Invocation.Response.of(answer.body()).status() != 200) {
            throw new IllegalStateException("answered with " + answer.body());
        }
        return answer;
    }

    /** From the first moment of a JVM that does nothing to its last. */
    private double bareJvm() throws IOException, InterruptedException {
        List<String> command = command(RuntimeInterfaceClient.OPTIONS, FreshProcess.class);
        command.add(FreshProcess.Task.START.name());
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        expectSuccess(process, command);
        return (System.nanoTime() - begun) / 1e6;
    }

    private List<String> command(List<String> options, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(Java.COMMAND));
        command.addAll(options);
        command.addAll(List.of("-cp", withBenchmarks, main.getName()));
        return command;
    }

    private static void expectSuccess(Process process, List<String> command) throws IOException, InterruptedException {
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("ended with " + status + ": " + String.join(" ", command));
        }
    }

    private void print(List<Double> bare, List<Row> rows) {
        out.printf(Locale.ROOT, "Medians of %d, in milliseconds%n", rounds());
        out.println("| | until ready | first answer | both | warm p50 | warm p99 |");
        out.println("|---|---:|---:|---:|---:|---:|");
        out.printf(
                Locale.ROOT,
                "| a JVM that does nothing | %.0f | | | | |%n",
                median(bare.stream().mapToDouble(Double::doubleValue)));
        for (Row row : rows) {
            Times times = row.median();
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.1f | %.0f | %.3f | %.3f |%n",
                    row.title,
                    times.init(),
                    times.first(),
                    times.coldStart(),
                    times.warm(),
                    times.warm99());
        }
    }

    private void printAims(Row noOp, Row noOpEvent, Row plain, Row ours, Row cached, Row restored) {
        double warm = ours.median().warm();
        aim(
                "warm p50 ÷ that of the function that does nothing",
                warm / noOp.median().warm(),
                MAX_WARM);
        ratio(
                "the same ÷ that of the one with objects for JSON",
                warm / noOpEvent.median().warm());
        double first = plain.median().first();
        ratio("first answer ÷ that of the plain function", ours.median().first() / first);
        aim("the same, AOT cache", cached.median().first() / first, MAX_FIRST);
        aim("the same, restored", restored.median().first() / first, MAX_FIRST);
        double coldStart = plain.median().coldStart();
        ratio(
                "start and first answer ÷ those of the plain function",
                ours.median().coldStart() / coldStart);
        ratio("the same, AOT cache", cached.median().coldStart() / coldStart);
        ratio("the same, restored", restored.median().coldStart() / coldStart);
    }

    private void aim(String title, double ratio, double most) {
        out.printf(
                Locale.ROOT, "%s: %.2f, aim at most %.1f: %s%n", title, ratio, most, ratio <= most ? "met" : "missed");
    }

    private void ratio(String title, double ratio) {
        out.printf(Locale.ROOT, "%s: %.2f%n", title, ratio);
    }

    /** Where the time goes: one item, read in a fresh process, and what ours takes for all it does. */
    private void printReads(FunctionTable table, Times ours) throws IOException, InterruptedException {
        out.println("| One item, read in a fresh process, ms | plain | AOT cache |");
        out.println("|---|---:|---:|");
        List<double[]> reads = new ArrayList<>();
        for (SingleRead.Way way : SingleRead.Way.values()) {
            double[] read = {read(table, way, RuntimeInterfaceClient.OPTIONS), read(table, way, cachedReads(table, way))
            };
            reads.add(read);
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f |%n",
                    way == SingleRead.Way.BY_HAND ? "signed by hand" : "by the SDK",
                    read[0],
                    read[1]);
        }
        ratio("the SDK ÷ by hand", reads.get(1)[0] / reads.get(0)[0]);
        ratio("the same, AOT cache", reads.get(1)[1] / reads.get(0)[1]);
        ratio("our start and first answer, 100 sessions ÷ by hand", ours.coldStart() / reads.get(0)[0]);
    }

    private List<String> cachedReads(FunctionTable table, SingleRead.Way way) throws IOException, InterruptedException {
        Path cache = work.resolve(way.name().toLowerCase(Locale.ROOT) + ".aot");
        readOnce(table, way, options("-XX:AOTCacheOutput=" + cache));
        return options("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
    }

    private static List<String> options(String... more) {
        return Stream.concat(RuntimeInterfaceClient.OPTIONS.stream(), Stream.of(more))
                .toList();
    }

    private double read(FunctionTable table, SingleRead.Way way, List<String> options)
            throws IOException, InterruptedException {
        double[] millis = new double[rounds()];
        for (int round = 0; round < millis.length; round++) {
            millis[round] = readOnce(table, way, options);
        }
        return median(Arrays.stream(millis));
    }

    private double readOnce(FunctionTable table, SingleRead.Way way, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = command(options, SingleRead.class);
        command.add(way.name());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        work.resolve("reads.log").toFile()));
        builder.environment().putAll(table.variables());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        expectSuccess(process, command);
        // The JVM tells there of the cache that it makes.
        return printed.lines()
                .filter(line -> NUMBER.matcher(line).matches())
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new IOException("printed no number: " + printed));
    }

    private int rounds() {
        return quick ? 3 : 9;
    }

    private int warmAnswers() {
        return quick ? 400 : 2_000;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static double median(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
