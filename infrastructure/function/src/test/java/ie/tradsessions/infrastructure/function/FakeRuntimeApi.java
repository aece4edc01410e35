package ie.tradsessions.infrastructure.function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What Lambda is to the process of a function: an API by which that asks for one invocation after another, and says what
 * came of each. Where the process is to be frozen, it asks once for leave to go on.
 */
public final class FakeRuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";

    /** The longest of ours. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Invoked> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invoked> running = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final CompletableFuture<Long> snapshot = new CompletableFuture<>();
    private final CompletableFuture<Void> restored = new CompletableFuture<>();
    private final CompletableFuture<Long> ready = new CompletableFuture<>();

    /**
     * What came of an invocation.
     *
     * @param body the function's response, or what the client says of its failure
     * @param taken from before the event was sent until the response was received
     */
    public record Answer(String body, boolean failed, Duration taken) {}

    private static final class Invoked {
        private final String id;
        private final byte[] event;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private volatile long sentAt;

        Invoked(String id, byte[] event) {
            this.id = id;
            this.event = event;
        }
    }

    public FakeRuntimeApi() throws IOException {
        // Any port that is free, for this machine alone.
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        handle("invocation/next", this::next);
        handle("invocation/", this::answered);
        handle("restore/next", this::restore);
        handle("init/error", exchange -> failed(exchange, "did not start"));
        handle("restore/error", exchange -> failed(exchange, "did not go on"));
        server.start();
    }

    private void handle(String path, HttpHandler handler) {
        server.createContext(ROOT + path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    /** Host and port, as the process is told them. */
    public String address() {
        return server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /** The time, as the JVM counts nanoseconds, at which the process asked for its first invocation. */
    public CompletableFuture<Long> ready() {
        return ready;
    }

    /** The same, of the time at which it asked for leave to go on after a snapshot. */
    public CompletableFuture<Long> snapshot() {
        return snapshot;
    }

    /** Lets a process go on that waits for that. */
    public void restore() {
        restored.complete(null);
    }

    public CompletableFuture<Answer> invoke(String event) {
        Invoked invoked = new Invoked("invocation-" + count.incrementAndGet(), event.getBytes(StandardCharsets.UTF_8));
        waiting.add(invoked);
        return invoked.answer;
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(System.nanoTime());
        Invoked invoked = taken();
        running.put(invoked.id, invoked);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invoked.id);
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + TIMEOUT.toMillis()));
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:123456789012:function:tested:1");
        invoked.sentAt = System.nanoTime();
        exchange.sendResponseHeaders(200, invoked.event.length);
        exchange.getResponseBody().write(invoked.event);
    }

    private Invoked taken() throws IOException {
        try {
            return waiting.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("there are no more invocations");
        }
    }

    private void answered(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        long now = System.nanoTime();
        String[] path =
                exchange.getRequestURI().getPath().substring(ROOT.length()).split("/", -1);
        Invoked invoked = running.remove(path[1]);
        accept(exchange);
        invoked.answer.complete(new Answer(body, path[2].equals("error"), Duration.ofNanos(now - invoked.sentAt)));
    }

    private void restore(HttpExchange exchange) throws IOException {
        snapshot.complete(System.nanoTime());
        restored.join();
        exchange.sendResponseHeaders(200, -1);
    }

    private void failed(HttpExchange exchange, String what) throws IOException {
        IllegalStateException failure = new IllegalStateException("the function " + what + ": " + body(exchange));
        accept(exchange);
        snapshot.completeExceptionally(failure);
        ready.completeExceptionally(failure);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void accept(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(202, -1);
    }

    @Override
    public void close() {
        restored.complete(null);
        server.stop(0);
        threads.shutdownNow();
    }
}
