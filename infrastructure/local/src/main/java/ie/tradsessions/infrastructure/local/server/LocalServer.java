package ie.tradsessions.infrastructure.local.server;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.handlers.RequestLimit;
import io.undertow.server.handlers.RequestLimitingHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** The HTTP server of one machine. It listens to this machine only. */
public final class LocalServer implements AutoCloseable {
    private static final InetAddress HOST = InetAddress.ofLiteral("127.0.0.1");

    /**
     * Where Undertow stops reading, it closes the connection, and the client may never see an answer. So it reads more
     * than is allowed, and {@link FrontHandler} refuses it.
     */
    private static final int MAX_HEADER_BYTES_READ = 2 * 1024 * 1024;

    private static final long MAX_BODY_BYTES_READ = 4L * 1024 * 1024;

    private static final int MAX_HEADERS_READ = MAX_HEADER_BYTES_READ;
    private static final int MAX_PARAMETERS_READ = MAX_HEADER_BYTES_READ;
    private static final int MAX_CONNECTIONS = 512;
    private static final int MAX_REQUESTS_AT_ONCE = 256;
    private static final int WORKER_THREADS = 64;
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int BACKLOG = 1000;
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

    private final XnioWorker worker;
    private final AcceptingChannel<StreamConnection> connections;
    private final GracefulShutdownHandler activeRequests;

    private LocalServer(
            XnioWorker worker, AcceptingChannel<StreamConnection> connections, GracefulShutdownHandler activeRequests) {
        this.worker = worker;
        this.connections = connections;
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
            throws IOException {
        ApiHandler api = new ApiHandler(function, timeouts.body(), clock);
        RequestLimit limit = new RequestLimit(MAX_REQUESTS_AT_ONCE, MAX_CONNECTIONS);
        GracefulShutdownHandler activeRequests = new GracefulShutdownHandler(new FrontHandler(
                new RequestLimitingHandler(limit, new HttpContinueReadHandler(api)), new WebHandler(site)));
        int idle = Math.toIntExact(timeouts.idle().toMillis());
        OptionMap requests = OptionMap.builder()
                .set(UndertowOptions.DECODE_URL, false)
                // Else the answer to a good request is lost if a malformed one follows it at once.
                .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                .set(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES_READ)
                .set(UndertowOptions.MAX_HEADERS, MAX_HEADERS_READ)
                .set(UndertowOptions.MAX_PARAMETERS, MAX_PARAMETERS_READ)
                .set(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY_BYTES_READ)
                .set(
                        UndertowOptions.REQUEST_PARSE_TIMEOUT,
                        Math.toIntExact(timeouts.headers().toMillis()))
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, idle)
                .getMap();
        OptionMap sockets = OptionMap.builder()
                .set(Options.TCP_NODELAY, true)
                .set(Options.REUSE_ADDRESSES, true)
                .set(Options.BACKLOG, BACKLOG)
                .set(Options.READ_TIMEOUT, idle)
                .set(Options.WRITE_TIMEOUT, idle)
                .set(Options.CONNECTION_HIGH_WATER, MAX_CONNECTIONS)
                .set(Options.CONNECTION_LOW_WATER, MAX_CONNECTIONS - 1)
                .getMap();
        HttpOpenListener listener = new HttpOpenListener(new DefaultByteBufferPool(true, BUFFER_BYTES), requests);
        listener.setRootHandler(exchange -> {
            Refusal.addDefaultBody(exchange);
            activeRequests.handleRequest(exchange);
        });
        XnioWorker worker = worker();
        boolean started = false;
        try {
            // Not by Undertow's builder, which lets nobody between the connection and the parser.
            AcceptingChannel<StreamConnection> connections = worker.createStreamConnectionServer(
                    new InetSocketAddress(HOST, port),
                    ChannelListeners.openListenerAdapter(new MalformedRequests(listener)),
                    sockets);
            connections.resumeAccepts();
            started = true;
            return new LocalServer(worker, connections, activeRequests);
        } finally {
            if (!started) {
                worker.shutdownNow();
            }
        }
    }

    private static XnioWorker worker() throws IOException {
        return Xnio.getInstance(LocalServer.class.getClassLoader())
                .createWorker(OptionMap.builder()
                        .set(
                                Options.WORKER_IO_THREADS,
                                Math.max(Runtime.getRuntime().availableProcessors(), 2))
                        .set(Options.WORKER_TASK_CORE_THREADS, WORKER_THREADS)
                        .set(Options.WORKER_TASK_MAX_THREADS, WORKER_THREADS)
                        .getMap());
    }

    public URI address() {
        return URI.create("http://localhost:"
                + connections.getLocalAddress(InetSocketAddress.class).getPort());
    }

    /** Refuses new requests, finishes those that it has begun, and ends. */
    @Override
    public void close() {
        if (worker.isShutdown()) {
            return;
        }
        activeRequests.shutdown();
        try {
            activeRequests.awaitShutdown(SHUTDOWN_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        IoUtils.safeClose(connections);
        worker.shutdownNow();
    }
}
