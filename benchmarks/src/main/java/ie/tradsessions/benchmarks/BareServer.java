package ie.tradsessions.benchmarks;

import com.sun.net.httpserver.HttpServer;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** A server that knows the bytes of each answer beforehand and does nothing but send them: a floor to stand on. */
final class BareServer {
    private static final int BACKLOG = 128;
    private static final String JSON = "application/json";

    private BareServer() {}

    enum Kind {
        /** The JDK's own server, on virtual threads. */
        JDK,
        /** The server that the local program uses, which answers on the threads that read and write. */
        UNDERTOW
    }

    /** @param args the port, the {@link Kind}, and the file of {@link RecordedBodies} */
    public static void main(String[] args) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
        RecordedBodies bodies = RecordedBodies.read(Path.of(args[2]));
        switch (Kind.valueOf(args[1])) {
            case JDK -> startJdk(address, bodies);
            case UNDERTOW -> startUndertow(address, bodies);
        }
    }

    private static void startJdk(InetSocketAddress address, RecordedBodies bodies) throws IOException {
        HttpServer server = HttpServer.create(address, BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            byte[] body = bodies.get(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().set("Content-Type", JSON);
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    private static void startUndertow(InetSocketAddress address, RecordedBodies bodies) {
        Undertow.builder()
                .addHttpListener(address.getPort(), address.getHostString())
                .setHandler(exchange -> {
                    String query = exchange.getQueryString();
                    byte[] body = bodies.get(exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query));
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, JSON);
                    exchange.setResponseContentLength(body.length);
                    exchange.getResponseSender().send(ByteBuffer.wrap(body));
                })
                .build()
                .start();
    }
}
