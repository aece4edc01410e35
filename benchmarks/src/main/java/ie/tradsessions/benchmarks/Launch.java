package ie.tradsessions.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a {@link FreshProcess} is started.
 *
 * @param cores which it may run on, as taskset takes them
 * @param options of the JVM
 * @param snapshot the folder that it loads
 */
record Launch(String cores, List<String> options, Path snapshot) {
    /** As in a function with 512 MB, which has a heap that begins small. */
    static final List<String> SMALL_HEAP = List.of("-XX:+UseSerialGC", "-Xms8m", "-Xmx384m");

    /** What a function needs but for the client of DynamoDB: each further jar is opened when the time zones load. */
    private static final Pattern NEEDED_JAR = Pattern.compile(
            "(benchmarks|domain|application|adapters-(inmemory|lambda)|aws-lambda-java|jackson-core|geohash|slf4j|logback)"
                    + "[^/]*\\.jar");

    private static final String CLASS_PATH = Stream.of(Java.CLASS_PATH.split(File.pathSeparator, -1))
            .filter(path -> NEEDED_JAR
                    .matcher(String.valueOf(Path.of(path).getFileName()))
                    .matches())
            .collect(Collectors.joining(File.pathSeparator));

    static final List<String> C1 = List.of("-XX:TieredStopAtLevel=1");

    Launch {
        options = List.copyOf(options);
    }

    Launch with(List<String> moreOptions) {
        List<String> all = new ArrayList<>(options);
        all.addAll(moreOptions);
        return new Launch(cores, all, snapshot);
    }

    /** Starts so with an AOT cache, which is made by running once with the same options. */
    Launch withAotCache(Path cache, FreshProcess.Task training) throws IOException, InterruptedException {
        with(List.of("-XX:AOTCacheOutput=" + cache)).output(training);
        // With AOTMode=on the JVM refuses to start where it cannot use the cache.
        return with(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
    }

    /** From the first moment of the process to its last, in milliseconds. */
    double milliseconds(FreshProcess.Task task) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command(task))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        expectSuccess(process);
        return (System.nanoTime() - begun) / 1e6;
    }

    /** The lines that the process prints; what it complains about stands beside the snapshot. */
    List<String> output(FreshProcess.Task task) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(task))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        snapshot.resolveSibling("launches.log").toFile()))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        expectSuccess(process);
        return output.lines().toList();
    }

    private List<String> command(FreshProcess.Task task) {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", cores, Java.COMMAND));
        command.addAll(options);
        command.addAll(List.of("-cp", CLASS_PATH, FreshProcess.class.getName(), task.name(), snapshot.toString()));
        return command;
    }

    private void expectSuccess(Process process) throws IOException, InterruptedException {
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("ended with " + status + ": " + this);
        }
    }
}
