package ie.tradsessions.adapters.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The function that answers everybody: read only, no token. It never throws. */
public final class PublicHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Dispatcher<PublicApi> dispatcher;

    /**
     * @param cursorKey seals the cursors; at least 32 bytes, the same in every instance, or pages cannot be followed
     * @param version of the build, as {@code /v1/health} tells it
     * @param origins the web origins whose scripts may read the answers; none where the web app is served from here
     */
    public PublicHandler(
            PublicUseCases useCases, byte[] cursorKey, String version, Set<String> origins, InstantSource clock) {
        dispatcher = new Dispatcher<>(
                PublicRoutes.TABLE, new PublicApi(useCases, new Cursors(cursorKey), version), origins, clock);
    }

    /** The routes as API Gateway names them, for example {@code GET /v1/sessions/{id}}. */
    public static List<String> routeKeys() {
        return PublicRoutes.TABLE.table().stream()
                .map(route -> route.method() + " " + route.template())
                .toList();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(@Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
        return dispatcher.respond(event, context);
    }
}
