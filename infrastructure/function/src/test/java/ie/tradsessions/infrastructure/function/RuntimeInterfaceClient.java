package ie.tradsessions.infrastructure.function;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process in which Lambda's own client runs a function, as in the cloud, against a {@link FakeRuntimeApi}. */
public final class RuntimeInterfaceClient implements AutoCloseable {
    /** Of the JVM, as the templates have them, in a heap for 512 MB. */
    public static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dsun.net.inetaddr.ttl=5", "-Xmx384m");

    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What Lambda's runtime brings; the rest has to come with the function. */
    private static final Pattern OF_THE_RUNTIME =
            Pattern.compile("(aws-lambda-java-(core|serialization|runtime-interface-client)|utils-lite)-[^/]*\\.jar");

    private final FakeRuntimeApi api;
    private final Process process;
    private final Path log;
    private final long begun;

    private RuntimeInterfaceClient(FakeRuntimeApi api, Process process, Path log, long begun) {
        this.api = api;
        this.process = process;
        this.log = log;
        this.begun = begun;
    }

    /**
     * A function and how it is started.
     *
     * @param folder for the log, and for what the function has in its folder in the cloud: jars in {@code lib}
     * @param handler the name of the function's class
     * @param classPath beside that of the runtime; empty where all is in the folder
     * @param options of the JVM
     * @param variables of the environment, which is otherwise empty
     */
    public record Launch(
            Path folder, String handler, String classPath, List<String> options, Map<String, String> variables) {
        public Launch {
            options = List.copyOf(options);
            variables = Map.copyOf(variables);
        }

        public Launch with(List<String> moreOptions) {
            List<String> all = new ArrayList<>(options);
            all.addAll(moreOptions);
            return new Launch(folder, handler, classPath, all, variables);
        }

        /** Starts it so that it answers invocations. */
        public RuntimeInterfaceClient start() throws IOException {
            return start("on-demand");
        }

        /** Starts it so that it waits for {@link #restore()} before it answers, as one does that is to be frozen. */
        public RuntimeInterfaceClient startForSnapshot() throws IOException {
            // In the cloud the runtime says so by itself.
            return with(List.of("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"))
                    .start("snap-start");
        }

        private RuntimeInterfaceClient start(String initialization) throws IOException {
            FakeRuntimeApi api = new FakeRuntimeApi();
            Path log = Files.createTempFile(folder, "function", ".log");
            List<String> command = new ArrayList<>(
                    List.of(ProcessHandle.current().info().command().orElseThrow()));
            command.addAll(options);
            command.addAll(List.of(
                    // As the runtime itself does.
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    // The function's own; tests of other modules on the class path have one that is silent.
                    "-Dlogback.configurationFile=logback.xml",
                    "-cp",
                    classPath.isEmpty() ? runtimeClassPath() : classPath + File.pathSeparator + runtimeClassPath(),
                    MAIN,
                    handler));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment(api, initialization));
            long begun = System.nanoTime();
            return new RuntimeInterfaceClient(api, builder.start(), log, begun);
        }

        private Map<String, String> environment(FakeRuntimeApi api, String initialization) {
            Map<String, String> environment = new HashMap<>(variables);
            environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
            environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
            environment.put("AWS_LAMBDA_FUNCTION_NAME", "tested");
            environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
            environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
            environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "tested");
            environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "tested");
            environment.put("LAMBDA_TASK_ROOT", folder.toString());
            return environment;
        }
    }

    /** The jars of this class path that Lambda's runtime brings. */
    public static String runtimeClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(path -> OF_THE_RUNTIME
                        .matcher(String.valueOf(Path.of(path).getFileName()))
                        .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until the function is ready to answer; how long it took from the start of the process. */
    public Duration init() {
        return Duration.ofNanos(awaited(api.ready()) - begun);
    }

    /** Waits until the process could be frozen; how long it took from its start. */
    public Duration initForSnapshot() {
        return Duration.ofNanos(awaited(api.snapshot()) - begun);
    }

    /** Lets the process go on as one that was restored; how long it took until it was ready to answer. */
    public Duration restore() {
        long restored = System.nanoTime();
        api.restore();
        return Duration.ofNanos(awaited(api.ready()) - restored);
    }

    /** @param event or whatever the function takes */
    public FakeRuntimeApi.Answer invoke(String event) {
        return awaited(api.invoke(event));
    }

    private <T> T awaited(CompletableFuture<T> answer) {
        CompletableFuture<T> ended = process.onExit().thenApply(process -> {
            throw new IllegalStateException("the function ended with " + process.exitValue() + ": " + log());
        });
        try {
            return answer.applyToEither(ended, done -> done).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the function failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the function did not answer within " + PATIENCE.toSeconds() + " s: " + log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What the function and its runtime have written so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the process to end, as the runtime never does by itself, and waits for it. */
    public void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the function did not end within " + PATIENCE.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
    }
}
