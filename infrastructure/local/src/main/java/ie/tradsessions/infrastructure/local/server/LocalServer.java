package ie.tradsessions.infrastructure.local.server;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.handlers.RequestLimit;
import io.undertow.server.handlers.RequestLimitingHandler;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.xnio.Options;

/** The HTTP server of one machine. It listens to this machine only. */
public final class LocalServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    /**
     * Where Undertow stops reading, it closes the connection, and the client may never see an answer. So it reads more
     * than is allowed, and {@link FrontHandler} refuses it.
     */
    private static final int MAX_HEADER_BYTES_READ = 2 * 1024 * 1024;

    private static final long MAX_BODY_BYTES_READ = 4L * 1024 * 1024;

    private static final int MAX_HEADERS = 100;
    private static final int MAX_CONNECTIONS = 512;
    private static final int MAX_REQUESTS_AT_ONCE = 256;
    private static final int WORKER_THREADS = 64;
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

    /**
     * How long clients may take.
     *
     * @param headers from the first byte of a request to the end of its headers
     * @param body from there to the end of its body
     * @param idle between two requests, and between two pieces of what is read or written
     */
    public record Timeouts(Duration headers, Duration body, Duration idle) {
        public static final Timeouts DEFAULT =
                new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30));
    }

    private final Undertow undertow;
    private final GracefulShutdownHandler activeRequests;

    private LocalServer(Undertow undertow, GracefulShutdownHandler activeRequests) {
        this.undertow = undertow;
        this.activeRequests = activeRequests;
    }

    /**
     * @param port 0 for any that is free
     * @throws BindException if the port is taken, or not ours to take
     */
    public static LocalServer start(
            int port,
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function,
            WebSite site,
            Timeouts timeouts,
            InstantSource clock)
            throws BindException {
        ApiHandler api = new ApiHandler(function, timeouts.body(), clock);
        RequestLimit limit = new RequestLimit(MAX_REQUESTS_AT_ONCE, MAX_CONNECTIONS);
        GracefulShutdownHandler activeRequests = new GracefulShutdownHandler(new FrontHandler(
                new RequestLimitingHandler(limit, new HttpContinueReadHandler(api)), new WebHandler(site)));
        int idle = Math.toIntExact(timeouts.idle().toMillis());
        Undertow undertow = Undertow.builder()
                .addHttpListener(port, HOST)
                .setHandler(activeRequests)
                .setWorkerThreads(WORKER_THREADS)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                // Else the answer to a good request is lost if a malformed one follows it at once.
                .setServerOption(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES_READ)
                .setServerOption(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY_BYTES_READ)
                .setServerOption(
                        UndertowOptions.REQUEST_PARSE_TIMEOUT,
                        Math.toIntExact(timeouts.headers().toMillis()))
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, idle)
                .setSocketOption(Options.READ_TIMEOUT, idle)
                .setSocketOption(Options.WRITE_TIMEOUT, idle)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, MAX_CONNECTIONS)
                .setSocketOption(Options.CONNECTION_LOW_WATER, MAX_CONNECTIONS - 1)
                .build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof BindException taken) {
                throw taken;
            }
            throw e;
        }
        return new LocalServer(undertow, activeRequests);
    }

    public URI address() {
        InetSocketAddress address =
                (InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress();
        return URI.create("http://localhost:" + address.getPort());
    }

    /** Refuses new requests, finishes those that it has begun, and ends. */
    @Override
    public void close() {
        activeRequests.shutdown();
        try {
            activeRequests.awaitShutdown(SHUTDOWN_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        undertow.stop();
    }
}
