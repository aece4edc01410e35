package ie.tradsessions.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that this measurement started, and ends. */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Process process;
    private final int port;

    private Program(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a program; what it complains about is added to a file.
     *
     * @param command the program and its arguments, in which {@code {port}} stands for the port
     */
    static Program start(Path directory, Path complaints, List<String> command) throws IOException {
        int port = freePort();
        List<String> filled = command.stream()
                .map(word -> word.replace("{port}", Integer.toString(port)))
                .toList();
        Process process = new ProcessBuilder(filled)
                .directory(directory.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(complaints.toFile()))
                .start();
        return new Program(process, port);
    }

    int port() {
        return port;
    }

    /** Asks until the program answers with 200, and gives the body. */
    String firstAnswer(String target) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException("ended with " + process.exitValue() + " before it answered");
            }
            try {
                return get(target);
            } catch (IOException e) {
                Thread.sleep(PAUSE);
            }
        }
        throw new IOException("no answer within " + PATIENCE.toMinutes() + " minutes");
    }

    String get(String target) throws IOException, InterruptedException {
        return new String(get(target, "identity"), StandardCharsets.UTF_8);
    }

    /** The body as it is sent in an encoding. */
    byte[] get(String target, String encoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + target))
                .header("Accept-Encoding", encoding)
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(target + " was answered with " + response.statusCode());
        }
        return response.body();
    }

    /** Ends the program and what it started. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        started.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
