package ie.tradsessions.benchmarks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.PublicUseCases;
import ie.tradsessions.adapters.lambda.SearchIndexLog;
import ie.tradsessions.adapters.lambda.place.PlaceParameters;
import ie.tradsessions.adapters.lambda.session.ResponseBodies;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.Listing;
import ie.tradsessions.application.session.ViewArea;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.application.session.ViewVenue;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The handler of the public function, which finds and writes each response anew. */
final class UncachedHandler {
    private static final byte[] CURSOR_KEY = new byte[32];
    private static final String NEXT = "],\"next\":";

    private final PublicUseCases useCases;
    private final PublicHandler handler;

    /** Loads the snapshot when it is first asked, as a function does. */
    UncachedHandler(Storage storage, InstantSource clock) {
        SearchIndex index = new SearchIndex(storage, FollowPolicy.ONE_OF_MANY, clock, new SearchIndexLog());
        useCases = PublicUseCases.of(index, storage, clock);
        handler = new PublicHandler(useCases, CURSOR_KEY, "benchmark", Set.of(), clock);
    }

    APIGatewayV2HTTPResponse handle(String address) {
        return handler.handleRequest(event(address), null);
    }

    Exchange exchange(PublicRequest request) {
        return new Exchange(handler, event(request.address()), writing(request));
    }

    /** Writes what the use case answers to the same request; the answer itself is found beforehand. */
    private Supplier<byte[]> writing(PublicRequest request) {
        return switch (request) {
            case PublicRequest.SessionList(var query) ->
                writing(
                        request,
                        useCases.findSessions().find(new FindSessions.Query(query, FindSessions.DEFAULT_LIMIT, null)));
            case PublicRequest.Area(var geohash) ->
                writing(
                        request,
                        useCases.viewArea()
                                .view(new ViewArea.Query(PlaceParameters.cell(geohash), ViewArea.DEFAULT_LIMIT, null)));
            case PublicRequest.SessionPage(var id) -> {
                ViewSession.View view = useCases.viewSession().view(id).orElseThrow();
                yield () -> ResponseBodies.of(view);
            }
            case PublicRequest.VenuePage(var id) -> {
                ViewVenue.View view = useCases.viewVenue().view(id).orElseThrow();
                yield () -> ResponseBodies.of(view);
            }
        };
    }

    private Supplier<byte[]> writing(PublicRequest request, Page<Listing> page) {
        String next = next(handle(request.address()).getBody());
        return () -> ResponseBodies.of(page, next);
    }

    private static @Nullable String next(String body) {
        String next = body.substring(body.lastIndexOf(NEXT) + NEXT.length(), body.length() - 1);
        return next.equals("null") ? null : next.replace("\"", "");
    }

    private static APIGatewayV2HTTPEvent event(String address) {
        int mark = address.indexOf('?');
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(mark < 0 ? address : address.substring(0, mark))
                .withRawQueryString(mark < 0 ? "" : address.substring(mark + 1))
                .withHeaders(Map.of("accept", "application/json", "user-agent", "benchmark"))
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withRequestId("benchmark")
                        .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                .withMethod("GET")
                                .build())
                        .build())
                .build();
    }
}
