package ie.tradsessions.infrastructure.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.PrivateHandler;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.http.Route;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the function by method and path, as API Gateway does; what neither knows goes to the public one. */
final class LocalFunctions implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final PublicHandler publicHandler;
    private final PrivateHandler privateHandler;

    LocalFunctions(PublicHandler publicHandler, PrivateHandler privateHandler) {
        this.publicHandler = publicHandler;
        this.privateHandler = privateHandler;
    }

    List<Route> publicRoutes() {
        return publicHandler.routes();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, @Nullable Context context) {
        return isPrivate(event)
                ? privateHandler.handleRequest(event, context)
                : publicHandler.handleRequest(event, context);
    }

    private boolean isPrivate(APIGatewayV2HTTPEvent event) {
        String method = Optional.ofNullable(event.getRequestContext())
                .map(APIGatewayV2HTTPEvent.RequestContext::getHttp)
                .map(APIGatewayV2HTTPEvent.RequestContext.Http::getMethod)
                .orElse("");
        String path = Optional.ofNullable(event.getRawPath()).orElse("");
        return privateHandler.table().answers(method, path)
                || (privateHandler.table().hasAddress(path)
                        && !publicHandler.table().hasAddress(path));
    }
}
