package ie.tradsessions.infrastructure.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.http.ApiGatewayJson;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A function that answers what API Gateway sends, and whose process may be frozen and restored any number of times. It
 * reads and writes the JSON itself: the platform would need longer to prepare for objects than the function for all else.
 *
 * <p>Before a snapshot of the process is taken, it loads the index and rehearses a few requests, so that what is loaded
 * and compiled for them is in the snapshot. After a restore the index asks the journal before it answers, and the handler
 * is made anew, with everything in it that is random, dated or counted by the process.
 */
abstract class StreamingFunction implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StreamingFunction.class);

    private final SearchIndex index;
    private final Supplier<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> newHandler;
    private final Function<Index, List<String>> rehearsed;

    @SuppressWarnings("unused") // Held here, since the runtime forgets what nobody else holds.
    private final SnapshotLife life;

    private volatile RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler;

    /**
     * @param newHandler makes one that has nothing random, dated or counted in common with another
     * @param rehearsed the addresses that are asked for before a snapshot of the process is taken
     */
    StreamingFunction(
            SearchIndex index,
            Supplier<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> newHandler,
            Function<Index, List<String>> rehearsed) {
        this.index = index;
        this.newHandler = newHandler;
        this.rehearsed = rehearsed;
        handler = newHandler.get();
        life = SnapshotLife.begin(this::rehearse, this::wake);
    }

    @Override
    public final void handleRequest(InputStream event, OutputStream response, @Nullable Context context)
            throws IOException {
        ApiGatewayJson.write(handler.handleRequest(ApiGatewayJson.read(event), context), response);
    }

    /** What it does before a snapshot of its process is taken. */
    void rehearse() {
        Index loaded;
        try {
            loaded = index.current();
        } catch (StorageUnavailable e) {
            // A new table has no snapshot of the index yet: whoever is asked first loads it.
            LOG.atWarn().setCause(e).log("the process is frozen without an index");
            return;
        }
        rehearsed.apply(loaded).forEach(this::rehearse);
    }

    private void rehearse(String address) {
        byte[] event = Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("rawPath", address);
            json.writeObjectPropertyStart("headers");
            json.writeStringProperty("accept-encoding", "gzip");
            json.writeEndObject();
            json.writeObjectPropertyStart("requestContext");
            json.writeObjectPropertyStart("http");
            json.writeStringProperty("method", "GET");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        });
        try {
            handleRequest(new ByteArrayInputStream(event), OutputStream.nullOutputStream(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it does in each process that is restored from the snapshot. */
    void wake() {
        index.askAgain();
        handler = newHandler.get();
    }
}
