package ie.tradsessions.infrastructure.local.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Says to a server exactly what a test wants said, and hears everything until the server hangs up. */
public final class RawHttp {
    private RawHttp() {}

    public static String exchange(URI server, String request) throws IOException {
        return exchange(server, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String exchange(URI server, byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            return heard(socket.getInputStream());
        }
    }

    /** Sends one byte after another until the server hangs up; how long that took. */
    static Duration trickle(URI server, String beginning, Duration pause) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(Math.toIntExact(pause.toMillis()));
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            while (System.nanoTime() - start < Duration.ofSeconds(30).toNanos()) {
                try {
                    if (socket.getInputStream().read() < 0) {
                        break;
                    }
                } catch (java.net.SocketTimeoutException e) {
                    socket.getOutputStream().write('a');
                }
            }
        } catch (SocketException e) {
            // Hung up while we were talking.
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String heard(InputStream in) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            in.transferTo(heard);
        } catch (SocketException e) {
            // Hung up hard; what came before that counts.
        }
        return heard.toString(StandardCharsets.UTF_8);
    }
}
