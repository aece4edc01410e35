package ie.tradsessions.benchmarks;

import ie.tradsessions.benchmarks.FreshProcess.Task;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What it takes a process to load the index and to find its first answers; Linux only. */
final class LoadMeasurement {
    private static final double MB = 1e6;

    private final Path work;
    private final boolean quick;
    private final PrintStream out;

    /** @param work a folder for what is written on the way */
    LoadMeasurement(Path work, boolean quick, PrintStream out) {
        this.work = work;
        this.quick = quick;
        this.out = out;
    }

    /** A way to start, for each snapshot. */
    private record Way(String title, List<Launch> launches) {}

    void measure() throws IOException, InterruptedException {
        List<GeneratedSnapshot> snapshots = new ArrayList<>();
        for (int sessions : List.of(2_500, 8_000, 50_000)) {
            snapshots.add(GeneratedSnapshot.withManyVenues(work, sessions));
        }
        printBytes(snapshots);
        out.println();
        List<Way> ways = new ArrayList<>();
        for (String cores : List.of("0", "0,1")) {
            ways.addAll(ways(cores, snapshots));
        }
        printTimes(snapshots, ways);
        out.println();
        printParts(snapshots, ways);
        out.println();
        printMemory(snapshots);
    }

    private void printBytes(List<GeneratedSnapshot> snapshots) throws IOException {
        out.println(
                "| Sessions | venues | chunks | KB | bytes a session, its venue included | bytes a further venue |");
        out.println("|---:|---:|---:|---:|---:|---:|");
        for (GeneratedSnapshot snapshot : snapshots) {
            GeneratedSnapshot few = GeneratedSnapshot.withFewVenues(work, snapshot.sessions());
            out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %d | %,d | %.1f | %.1f |%n",
                    snapshot.sessions(),
                    snapshot.venues(),
                    snapshot.chunks(),
                    snapshot.bytes() / 1000,
                    (double) few.bytes() / few.sessions(),
                    (double) (snapshot.bytes() - few.bytes()) / (snapshot.venues() - few.venues()));
        }
    }

    private List<Way> ways(String cores, List<GeneratedSnapshot> snapshots) throws IOException, InterruptedException {
        String title = cores.contains(",") ? "two cores" : "one core";
        List<Launch> plain = snapshots.stream()
                .map(snapshot -> new Launch(cores, Launch.SMALL_HEAP, snapshot.folder()))
                .toList();
        List<Launch> simple =
                plain.stream().map(launch -> launch.with(Launch.C1)).toList();
        return List.of(
                new Way(title, plain),
                new Way(title + ", C1", simple),
                new Way(title + ", AOT cache", cached(plain, "aot-" + cores)),
                new Way(title + ", AOT cache and C1", cached(simple, "aot-c1-" + cores)));
    }

    private List<Launch> cached(List<Launch> launches, String name) throws IOException, InterruptedException {
        List<Launch> cached = new ArrayList<>();
        for (int i = 0; i < launches.size(); i++) {
            cached.add(launches.get(i).withAotCache(work.resolve(name + "-" + i), Task.FIND));
        }
        return cached;
    }

    private void printTimes(List<GeneratedSnapshot> snapshots, List<Way> ways)
            throws IOException, InterruptedException {
        out.println(
                "Processes that load the index and find the first page of four lists: milliseconds and, in brackets, "
                        + "the ratio to a JVM that does nothing");
        printHead("a JVM that does nothing", snapshots);
        for (Way way : ways) {
            int count = way.launches().size();
            double[] nothing = new double[rounds() * count];
            double[][] finding = new double[count][rounds()];
            for (int round = 0; round < rounds(); round++) {
                for (int i = 0; i < count; i++) {
                    nothing[round * count + i] = way.launches().get(i).milliseconds(Task.START);
                    finding[i][round] = way.launches().get(i).milliseconds(Task.FIND);
                }
            }
            double bare = median(nothing);
            out.printf(Locale.ROOT, "| %s | %.0f |", way.title(), bare);
            for (double[] millis : finding) {
                out.printf(Locale.ROOT, " %.0f (%.1f) |", median(millis), median(millis) / bare);
            }
            out.println();
        }
    }

    private void printParts(List<GeneratedSnapshot> snapshots, List<Way> ways)
            throws IOException, InterruptedException {
        out.println("Of which, in milliseconds: loading + a county + near me + a word + by next night");
        printHead("", snapshots);
        for (Way way : ways) {
            out.printf("| %s | |", way.title());
            for (Launch launch : way.launches()) {
                out.printf(" %s |", String.join(" + ", medians(launch, Task.TIME, 1, "%.1f")));
            }
            out.println();
        }
    }

    private void printMemory(List<GeneratedSnapshot> snapshots) throws IOException, InterruptedException {
        out.println(
                "| Sessions | MB resident before | after the first answers | the most until then | the most while it "
                        + "reloads | live heap of one index |");
        out.println("|---:|---:|---:|---:|---:|---:|");
        for (GeneratedSnapshot snapshot : snapshots) {
            Launch launch = new Launch("0,1", Launch.SMALL_HEAP, snapshot.folder());
            out.printf(
                    Locale.ROOT,
                    "| %,d | %s |%n",
                    snapshot.sessions(),
                    String.join(" | ", medians(launch, Task.WEIGH, MB, "%.1f")));
        }
    }

    private void printHead(String second, List<GeneratedSnapshot> snapshots) {
        out.printf("| | %s |", second);
        snapshots.forEach(snapshot -> out.printf(Locale.ROOT, " %,d sessions |", snapshot.sessions()));
        out.println();
        out.println("|---|---:" + "|---:".repeat(snapshots.size()) + "|");
    }

    /** The median of each number that a process prints. */
    private List<String> medians(Launch launch, Task task, double unit, String format)
            throws IOException, InterruptedException {
        List<List<String>> printed = new ArrayList<>();
        for (int round = 0; round < rounds(); round++) {
            printed.add(launch.output(task));
        }
        List<String> medians = new ArrayList<>();
        for (int i = 0; i < printed.getFirst().size(); i++) {
            int at = i;
            double[] numbers = printed.stream()
                    .mapToDouble(lines -> Double.parseDouble(lines.get(at)) / unit)
                    .toArray();
            medians.add(format.formatted(median(numbers)));
        }
        return medians;
    }

    private int rounds() {
        return quick ? 3 : 9;
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
