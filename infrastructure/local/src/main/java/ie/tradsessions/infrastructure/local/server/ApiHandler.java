package ie.tradsessions.infrastructure.local.server;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.undertow.io.Receiver;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Hands requests to the function that answers them on AWS too, and its responses back. The function may block, so it
 * runs on Undertow's worker threads; on virtual threads the server answers a third as many requests.
 */
final class ApiHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
    private static final long FIRST_REQUEST = 100_000_000L;

    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;
    private final Duration bodyTimeout;
    private final InstantSource clock;
    /** From here on all identifiers have one length, and so have the problem documents that hold them. */
    private final AtomicLong requests = new AtomicLong(FIRST_REQUEST);

    /**
     * @param bodyTimeout how long a client may take to send a body
     */
    ApiHandler(
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function,
            Duration bodyTimeout,
            InstantSource clock) {
        this.function = function;
        this.bodyTimeout = bodyTimeout;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        if (exchange.isRequestComplete()) {
            exchange.dispatch(complete -> answer(complete, new byte[0]));
            return;
        }
        XnioExecutor.Key limit = exchange.getIoThread()
                .executeAfter(
                        () -> IoUtils.safeClose(exchange.getConnection()),
                        bodyTimeout.toMillis(),
                        TimeUnit.MILLISECONDS);
        Receiver receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize(FrontHandler.MAX_BODY_BYTES);
        receiver.receiveFullBytes(
                (received, body) -> {
                    limit.remove();
                    received.dispatch(complete -> answer(complete, body));
                },
                (failed, error) -> {
                    limit.remove();
                    Refusal.sendAndClose(
                            failed,
                            error instanceof Receiver.RequestToLargeException
                                    ? StatusCodes.REQUEST_ENTITY_TOO_LARGE
                                    : StatusCodes.BAD_REQUEST);
                });
    }

    private void answer(HttpServerExchange exchange, byte[] body) {
        try {
            String id = "local-" + Long.toString(requests.incrementAndGet(), 36);
            APIGatewayV2HTTPEvent event = ApiGatewayEvents.of(exchange, body, id, clock.instant());
            ApiGatewayEvents.send(exchange, function.handleRequest(event, new LocalContext(id)));
        } catch (RuntimeException e) {
            LOG.error("a request failed outside the function", e);
            if (!exchange.isResponseStarted()) {
                Refusal.sendAndClose(exchange, StatusCodes.INTERNAL_SERVER_ERROR);
            }
        }
    }
}
