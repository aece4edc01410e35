package ie.tradsessions.benchmarks;

import ie.tradsessions.benchmarks.FreshProcess.Task;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long somebody waits for a program that was not running. */
final class StartMeasurement {
    private static final int SESSIONS = 8_000;

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
        GeneratedSnapshot snapshot = GeneratedSnapshot.withManyVenues(work, SESSIONS);
        Launch plain = new Launch("0,1", Launch.SMALL_HEAP, snapshot.folder());
        Launch cached = plain.withAotCache(work.resolve("start"), Task.RESPOND);
        Launch simple = plain.with(Launch.C1);
        Launch cachedAndSimple = simple.withAotCache(work.resolve("start-c1"), Task.RESPOND);
        out.printf(
                Locale.ROOT,
                "A process with %,d sessions and %,d venues to its first answer%n",
                snapshot.sessions(),
                snapshot.venues());
        out.println("| | median ms | least | most | of |");
        out.println("|---|---:|---:|---:|---:|");
        int times = quick ? 3 : 9;
        row("a JVM that does nothing", times, () -> plain.milliseconds(Task.START));
        row("the handler's first answer", times, () -> plain.milliseconds(Task.RESPOND));
        row("the same, C1", times, () -> simple.milliseconds(Task.RESPOND));
        row("the same, AOT cache", times, () -> cached.milliseconds(Task.RESPOND));
        row("the same, AOT cache and C1", times, () -> cachedAndSimple.milliseconds(Task.RESPOND));
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
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %d |%n",
                title,
                millis[times / 2],
                millis[0],
                millis[times - 1],
                times);
    }

    private double product() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Program program = Program.start(project, work.resolve("run.log"), List.of("./run", "--port", "{port}"))) {
            program.firstAnswer("/v1/health");
            return (System.nanoTime() - begun) / 1e6;
        }
    }
}
