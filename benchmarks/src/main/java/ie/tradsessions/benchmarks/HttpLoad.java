package ie.tradsessions.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts questions to a server on loopback over and over, in turn: a fixed number of connections that are kept alive, each
 * asking again as soon as it is answered. One thread and no HTTP library, because the server shares the machine.
 */
final class HttpLoad {
    private static final int MAX_REQUESTS = 5_000_000;
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final long SILENCE_MILLIS = 20_000;

    private final int connections;
    private final InetSocketAddress server;
    private final List<byte[]> requests;
    private int turn;

    /** @param encoding that is accepted, or "identity" for none */
    HttpLoad(int connections, int port, List<String> targets, String encoding) {
        this.connections = connections;
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        requests = targets.stream()
                .map(target -> "GET " + target + " HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nAccept: application/json\r\nAccept-Encoding: " + encoding + "\r\n\r\n")
                .map(request -> request.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    /**
     * What came of it.
     *
     * @param half how long the faster half of the requests took at most, in milliseconds
     * @param most how long 99 in 100 took at most
     */
    record Result(double perSecond, double half, double most) {
        static Result of(int[] micros, double seconds) {
            Arrays.sort(micros);
            return new Result(micros.length / seconds, share(micros, 0.5), share(micros, 0.99));
        }

        private static double share(int[] sorted, double share) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) (share * sorted.length)] / 1000.0;
        }
    }

    /** @throws IOException also where an answer is not a 200 with its length */
    Result run(Duration duration) throws IOException {
        int[] micros = new int[MAX_REQUESTS];
        int answered = 0;
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        List<Connection> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                open.add(new Connection(SocketChannel.open(server), selector));
            }
            long start = System.nanoTime();
            long end = start + duration.toNanos();
            for (Connection connection : open) {
                connection.ask();
            }
            while (System.nanoTime() < end && answered < MAX_REQUESTS) {
                if (selector.select(SILENCE_MILLIS) == 0) {
                    throw new IOException("no answer within " + SILENCE_MILLIS + " ms");
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    Connection connection = (Connection) key.attachment();
                    if (connection.read(buffer) && answered < MAX_REQUESTS) {
                        micros[answered++] = connection.micros();
                        connection.ask();
                    }
                }
                selector.selectedKeys().clear();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return Result.of(Arrays.copyOf(micros, answered), seconds);
        } finally {
            for (Connection connection : open) {
                connection.channel.close();
            }
        }
    }

    /** One connection, with at most one question on its way. */
    private final class Connection {
        private static final int HEAD_BYTES = 16 * 1024;
        private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *([0-9]{1,9})\r\n");

        private final SocketChannel channel;
        private final byte[] head = new byte[HEAD_BYTES];
        private int headLength;
        private long missing;
        private boolean inBody;
        private long askedAt;

        Connection(SocketChannel channel, Selector selector) throws IOException {
            this.channel = channel;
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void ask() throws IOException {
            headLength = 0;
            inBody = false;
            turn = turn + 1 < requests.size() ? turn + 1 : 0;
            byte[] request = requests.get(turn);
            askedAt = System.nanoTime();
            // A request of a hundred bytes always fits the empty send buffer.
            if (channel.write(ByteBuffer.wrap(request)) != request.length) {
                throw new IOException("the request was not sent in one piece");
            }
        }

        int micros() {
            return (int) ((System.nanoTime() - askedAt) / 1000);
        }

        /** Whether the answer is complete. */
        boolean read(ByteBuffer buffer) throws IOException {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new IOException("the server closed the connection");
            }
            buffer.flip();
            while (!inBody && buffer.hasRemaining()) {
                if (headLength == HEAD_BYTES) {
                    throw new IOException("the head of the answer is too long");
                }
                head[headLength++] = buffer.get();
                if (headEnds()) {
                    missing = bodyLength();
                    inBody = true;
                }
            }
            missing -= buffer.remaining();
            if (inBody && missing < 0) {
                throw new IOException("the answer is longer than it says");
            }
            return inBody && missing == 0;
        }

        private boolean headEnds() {
            int at = headLength - 4;
            return at >= 0 && head[at] == '\r' && head[at + 1] == '\n' && head[at + 2] == '\r' && head[at + 3] == '\n';
        }

        private long bodyLength() throws IOException {
            String text = new String(head, 0, headLength, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            Matcher length = LENGTH.matcher(text);
            if (!text.startsWith("http/1.1 200 ") || !length.find()) {
                throw new IOException(
                        "not a 200 with a length: " + text.lines().findFirst().orElse(""));
            }
            return Long.parseLong(length.group(1));
        }
    }
}
