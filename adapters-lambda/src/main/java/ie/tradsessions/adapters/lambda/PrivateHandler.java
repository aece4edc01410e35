package ie.tradsessions.adapters.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.access.MemberAuthenticator;
import ie.tradsessions.adapters.lambda.access.Pause;
import ie.tradsessions.adapters.lambda.access.SignIn;
import ie.tradsessions.adapters.lambda.access.SignInOperations;
import ie.tradsessions.adapters.lambda.http.Authenticator;
import ie.tradsessions.adapters.lambda.http.Cursors;
import ie.tradsessions.adapters.lambda.http.Dispatcher;
import ie.tradsessions.adapters.lambda.http.Paging;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.adapters.lambda.http.RouteTable;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The function for members, and for those who sign in. It never throws, and keeps no response. */
public final class PrivateHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final RouteTable table;
    private final Dispatcher dispatcher;

    /**
     * @param cursorKey seals the cursors of pages: at least 32 bytes, and the same in every instance
     * @param origins the web origins whose pages are ours; none where the web app is served from here
     */
    public PrivateHandler(
            PrivateUseCases useCases,
            SignIn signIn,
            byte[] cursorKey,
            Set<String> origins,
            InstantSource clock,
            Pause pause) {
        Authenticator authenticator = new MemberAuthenticator(signIn.verifier());
        table = PrivateRoutes.table(
                useCases,
                new SignInOperations(signIn.provider(), authenticator, useCases.welcomeMember(), clock, pause),
                new Paging(new Cursors(cursorKey)));
        dispatcher = new Dispatcher(table, authenticator, origins, clock);
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
