package ie.tradsessions.benchmarks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.PublicHandler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** One request as the handler answers it, and the same answer as the writers alone write it. */
final class Exchange {
    private final PublicHandler handler;
    private final APIGatewayV2HTTPEvent event;
    private final Supplier<byte[]> write;
    private final int bytes;

    /** @throws IllegalStateException unless the two are the same, byte for byte */
    Exchange(PublicHandler handler, APIGatewayV2HTTPEvent event, Supplier<byte[]> write) {
        this.handler = handler;
        this.event = event;
        this.write = write;
        APIGatewayV2HTTPResponse response = handled();
        byte[] body = written();
        if (response.getStatusCode() != 200
                || !Arrays.equals(body, response.getBody().getBytes(StandardCharsets.UTF_8))) {
            throw new IllegalStateException("handler and writers differ about " + event.getRawPath() + "?"
                    + event.getRawQueryString() + ": " + response.getStatusCode());
        }
        bytes = body.length;
    }

    APIGatewayV2HTTPResponse handled() {
        return handler.handleRequest(event, null);
    }

    byte[] written() {
        return write.get();
    }

    int bytes() {
        return bytes;
    }
}
