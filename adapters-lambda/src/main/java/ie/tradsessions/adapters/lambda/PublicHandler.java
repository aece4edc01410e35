package ie.tradsessions.adapters.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.http.Cursors;
import ie.tradsessions.adapters.lambda.http.Dispatcher;
import ie.tradsessions.adapters.lambda.http.Paging;
import ie.tradsessions.adapters.lambda.http.ResponseCache;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.adapters.lambda.http.RouteTable;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The function for everybody: it only reads, and asks for no token. It never throws. */
public final class PublicHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final RouteTable table;
    private final Dispatcher dispatcher;

    /**
     * Keeps no responses.
     *
     * @param cursorKey seals the cursors of pages: at least 32 bytes, and the same in every instance
     * @param version of the build, as {@code /v1/health} tells it
     * @param origins the web origins whose scripts may read the responses; none where the web app is served from here
     */
    public PublicHandler(
            PublicUseCases useCases, byte[] cursorKey, String version, Set<String> origins, InstantSource clock) {
        this(useCases, cursorKey, version, origins, clock, null);
    }

    /** @param cache of responses that follow from the content alone, or null where none is kept */
    public PublicHandler(
            PublicUseCases useCases,
            byte[] cursorKey,
            String version,
            Set<String> origins,
            InstantSource clock,
            @Nullable ResponseCache cache) {
        table = PublicRoutes.table(useCases, new Paging(new Cursors(cursorKey)), version, clock);
        dispatcher = new Dispatcher(table, origins, clock, cache);
    }

    /** Every route of this function. */
    public List<Route> routes() {
        return table.routes();
    }

    /** Every route of this function, for whoever chooses the function of a request. */
    public RouteTable table() {
        return table;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(@Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
        return dispatcher.respond(event, context);
    }
}
