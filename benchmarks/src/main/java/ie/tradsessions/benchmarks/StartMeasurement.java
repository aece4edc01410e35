package ie.tradsessions.benchmarks;

import ie.tradsessions.benchmarks.FirstAnswer.Until;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long somebody waits for a program that was not running. */
final class StartMeasurement {
    private final Path project;
    private final Path work;
    private final boolean quick;
    private final PrintStream out;

    /** @param work a folder for what is written on the way */
    StartMeasurement(Path project, Path work, boolean quick, PrintStream out) {
        this.project = project;
        this.work = work;
        this.quick = quick;
        this.out = out;
    }

    @FunctionalInterface
    private interface Start {
        double milliseconds() throws IOException, InterruptedException;
    }

    void measure() throws IOException, InterruptedException {
        out.printf("%-44s %10s %8s %8s %4s%n", "start", "median ms", "least", "most", "of");
        int times = quick ? 3 : 9;
        row("a JVM that does nothing", times, () -> run(List.of(), Until.STARTED));
        row("a JVM that makes up 100 sessions", times, () -> run(List.of(), Until.SESSIONS_MADE));
        row("the same, and the handler's first answer", times, () -> run(List.of(), Until.ANSWERED));
        Path cache = work.resolve("first-answer.aot");
        Files.deleteIfExists(cache);
        run(List.of("-XX:AOTCacheOutput=" + cache), Until.ANSWERED);
        // With AOTMode=on the JVM refuses to start where it cannot use the cache.
        List<String> cached = List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
        row("all of that, with an AOT cache", times, () -> run(cached, Until.ANSWERED));
        // Builds what is stale.
        product();
        row("./run, built, to its first answer", quick ? 1 : 5, this::product);
    }

    private void row(String title, int times, Start start) throws IOException, InterruptedException {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            millis[i] = start.milliseconds();
        }
        Arrays.sort(millis);
        out.printf("%-44s %10.0f %8.0f %8.0f %4d%n", title, millis[times / 2], millis[0], millis[times - 1], times);
    }

    private double product() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Program program = Program.start(project, work.resolve("run.log"), List.of("./run", "--port", "{port}"))) {
            program.firstAnswer("/v1/health");
            return millisecondsSince(begun);
        }
    }

    /** From the first moment of the process to its last. */
    private static double run(List<String> options, Until until) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Java.COMMAND);
        command.addAll(options);
        command.addAll(List.of("-cp", Java.CLASS_PATH, FirstAnswer.class.getName(), until.name()));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("ended with " + status + ": " + String.join(" ", command));
        }
        return millisecondsSince(begun);
    }

    private static double millisecondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }
}
