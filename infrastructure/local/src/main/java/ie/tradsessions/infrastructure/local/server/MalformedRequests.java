package ie.tradsessions.infrastructure.local.server;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.http.RequestLimits;
import ie.tradsessions.adapters.lambda.http.ServerProblems;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Answers what Undertow cannot parse. Undertow refuses that by itself, before any handler and without a body, and has no
 * setting for it; so this watches each connection for such a refusal, and sends one with a body in its place.
 */
final class MalformedRequests implements ChannelListener<StreamConnection> {
    private final ChannelListener<StreamConnection> next;

    MalformedRequests(ChannelListener<StreamConnection> next) {
        this.next = next;
    }

    @Override
    public void handleEvent(StreamConnection connection) {
        Received received = new Received();
        StreamSourceConduit source = connection.getSourceChannel().getConduit();
        connection.getSourceChannel().setConduit(new Source(source, received));
        connection
                .getSinkChannel()
                .setConduit(new Sink(
                        connection.getSinkChannel().getConduit(), received, () -> new Rest(source, connection).read()));
        next.handleEvent(connection);
    }

    /** What was received since the last response: how much, and its first line as far as it matters. */
    private static final class Received {
        private static final int KEPT_BYTES = RequestLimits.MAX_PATH_LENGTH + RequestLimits.MAX_QUERY_LENGTH + 1024;

        private byte[] beginning = new byte[1024];
        private int kept;
        private long bytes;
        private long lines;

        void add(ByteBuffer buffer, int from, int count) {
            bytes += count;
            for (int i = from; i < from + count; i++) {
                lines += buffer.get(i) == '\n' ? 1 : 0;
            }
            int more = Math.min(count, KEPT_BYTES - kept);
            if (kept + more > beginning.length) {
                beginning = Arrays.copyOf(beginning, KEPT_BYTES);
            }
            buffer.get(from, beginning, kept, more);
            kept += more;
        }

        void clear() {
            kept = 0;
            bytes = 0;
            lines = 0;
        }

        /** The refusal of the request that these bytes begin with. */
        byte[] refusal() {
            String[] line = new String(beginning, 0, kept, StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .split(" ", 3);
            String target = line.length < 2 ? "" : line[1].replaceFirst("^[a-zA-Z]+://[^/?]*", "");
            int mark = target.indexOf('?');
            String path = mark < 0 ? target : target.substring(0, mark);
            String query = mark < 0 ? "" : target.substring(mark + 1);
            boolean tooLong = RequestLimits.isTooLong(path, query);
            boolean headersTooLarge =
                    !tooLong && (bytes > RequestLimits.MAX_HEADER_BYTES || lines > RequestLimits.MAX_HEADERS + 2);
            boolean withBody = !line[0].equals("HEAD");
            if (Refusal.isForApi(path)) {
                APIGatewayV2HTTPResponse problem = headersTooLarge
                        ? ServerProblems.ofStatus(StatusCodes.REQUEST_HEADER_FIELDS_TOO_LARGE)
                        : ServerProblems.malformed(path, query);
                return response(problem.getStatusCode(), problem.getHeaders(), problem.getBody(), withBody);
            }
            int status = tooLong
                    ? StatusCodes.REQUEST_URI_TOO_LARGE
                    : headersTooLarge ? StatusCodes.REQUEST_HEADER_FIELDS_TOO_LARGE : StatusCodes.BAD_REQUEST;
            return response(status, PlainResponse.HEADERS, PlainResponse.body(status), withBody);
        }

        private static byte[] response(int status, Map<String, String> headers, String body, boolean withBody) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put("Content-Length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
            all.put("Connection", "close");
            StringBuilder response =
                    new StringBuilder("HTTP/1.1 " + status + " " + StatusCodes.getReason(status) + "\r\n");
            all.forEach((name, value) ->
                    response.append(name).append(": ").append(value).append("\r\n"));
            response.append("\r\n").append(withBody ? body : "");
            return response.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final class Source extends AbstractStreamSourceConduit<StreamSourceConduit> {
        private final Received received;

        Source(StreamSourceConduit next, Received received) {
            super(next);
            this.received = received;
        }

        @Override
        public int read(ByteBuffer buffer) throws IOException {
            int from = buffer.position();
            int count = next.read(buffer);
            if (count > 0) {
                received.add(buffer, from, count);
            }
            return count;
        }
    }

    private static final class Sink extends AbstractStreamSinkConduit<StreamSinkConduit> {
        private static final int MAX_REFUSAL_BYTES = 512;

        private final Received received;
        private final Runnable afterRefusal;
        private @Nullable ByteBuffer refusal;
        private boolean refused;

        /** @param afterRefusal ends the connection once a refusal is sent */
        Sink(StreamSinkConduit next, Received received, Runnable afterRefusal) {
            super(next);
            this.received = received;
            this.afterRefusal = afterRefusal;
        }

        @Override
        public int write(ByteBuffer buffer) throws IOException {
            return isRefusal(buffer) ? writeRefusal() : passOn(next.write(buffer));
        }

        @Override
        public long write(ByteBuffer[] buffers, int offset, int length) throws IOException {
            return passOn(next.write(buffers, offset, length));
        }

        @Override
        public int writeFinal(ByteBuffer buffer) throws IOException {
            return passOn(next.writeFinal(buffer));
        }

        @Override
        public long writeFinal(ByteBuffer[] buffers, int offset, int length) throws IOException {
            return passOn(next.writeFinal(buffers, offset, length));
        }

        private <N extends Number> N passOn(N written) {
            received.clear();
            return written;
        }

        /** Undertow is never told that it was written: it would close the connection before the client has read it. */
        private int writeRefusal() throws IOException {
            ByteBuffer sent = refusal;
            if (sent == null) {
                sent = ByteBuffer.wrap(received.refusal());
                refusal = sent;
            }
            while (sent.hasRemaining()) {
                if (next.write(sent) == 0) {
                    return 0;
                }
            }
            if (!refused) {
                refused = true;
                next.suspendWrites();
                next.terminateWrites();
                afterRefusal.run();
            }
            return 0;
        }

        @Override
        public void resumeWrites() {
            if (!refused) {
                next.resumeWrites();
            }
        }

        /** Every other response with this status has a body, or the length of one. */
        private static boolean isRefusal(ByteBuffer buffer) {
            if (buffer.remaining() > MAX_REFUSAL_BYTES || !hasStatus400(buffer)) {
                return false;
            }
            String response =
                    StandardCharsets.ISO_8859_1.decode(buffer.duplicate()).toString();
            return response.startsWith("HTTP/1.1 400 ")
                    && response.contains("\r\nContent-Length: 0\r\n")
                    && response.endsWith("\r\n\r\n");
        }

        /** Told from a few bytes, since every response is asked. */
        private static boolean hasStatus400(ByteBuffer buffer) {
            int at = buffer.position() + "HTTP/1.1 ".length();
            return at + 3 <= buffer.limit()
                    && buffer.get(at) == '4'
                    && buffer.get(at + 1) == '0'
                    && buffer.get(at + 2) == '0';
        }
    }

    /**
     * What a client still sends after its request was refused. Closing at once would reset the connection, and the client
     * might never read the refusal (RFC 9112, section 9.6); so this reads on until it hangs up, within limits.
     */
    private static final class Rest implements ReadReadyHandler {
        private static final int MAX_BYTES = 8 * 1024 * 1024;
        private static final long MAX_SECONDS = 2;

        private final ByteBuffer ignored = ByteBuffer.allocate(16 * 1024);
        private final StreamSourceConduit source;
        private final StreamConnection connection;
        private long bytes;

        Rest(StreamSourceConduit source, StreamConnection connection) {
            this.source = source;
            this.connection = connection;
        }

        void read() {
            source.setReadReadyHandler(this);
            source.wakeupReads();
            connection.getIoThread().executeAfter(this::forceTermination, MAX_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void readReady() {
            try {
                int count;
                do {
                    count = source.read(ignored.clear());
                    bytes += Math.max(count, 0);
                } while (count > 0 && bytes < MAX_BYTES);
                if (count != 0) {
                    forceTermination();
                }
            } catch (IOException e) {
                forceTermination();
            }
        }

        @Override
        public void forceTermination() {
            IoUtils.safeClose(connection);
        }

        @Override
        public void terminated() {
            forceTermination();
        }
    }
}
