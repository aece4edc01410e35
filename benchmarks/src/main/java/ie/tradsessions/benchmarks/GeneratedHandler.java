package ie.tradsessions.benchmarks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.inmemory.InMemoryDataSet;
import ie.tradsessions.adapters.inmemory.InMemorySessionCounts;
import ie.tradsessions.adapters.inmemory.InMemorySessionDirectory;
import ie.tradsessions.adapters.inmemory.InMemorySessionPages;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.adapters.inmemory.InMemoryVenueDirectory;
import ie.tradsessions.adapters.lambda.AnswerJson;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.PublicUseCases;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.Listing;
import ie.tradsessions.application.session.SessionDirectory;
import ie.tradsessions.application.session.ViewArea;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.session.SessionId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The handler of the public function on generated sessions in memory. */
final class GeneratedHandler {
    private static final byte[] CURSOR_KEY = new byte[32];
    private static final String SESSION_PAGE = "/v1/sessions/";
    private static final String NEXT = "],\"next\":";

    private final GeneratedStore store;
    private final InstantSource clock = InstantSource.fixed(GeneratedSessions.NOW);
    private final PublicHandler handler;

    GeneratedHandler(GeneratedStore store) {
        this.store = store;
        handler = handler(new InMemorySessionDirectory(store.memory()));
    }

    private PublicHandler handler(SessionDirectory directory) {
        InMemoryStore memory = store.memory();
        PublicUseCases useCases = PublicUseCases.of(
                directory,
                new InMemorySessionPages(memory),
                new InMemoryVenueDirectory(memory),
                new InMemorySessionCounts(memory),
                new InMemoryDataSet(memory),
                clock);
        return new PublicHandler(useCases, CURSOR_KEY, "benchmark", Set.of(), clock);
    }

    APIGatewayV2HTTPResponse handle(String address) {
        return handler.handleRequest(event(address), null);
    }

    List<Exchange> exchanges(Question question) {
        return question.addresses(store).stream().map(this::exchange).toList();
    }

    private Exchange exchange(String address) {
        APIGatewayV2HTTPEvent event = event(address);
        return new Exchange(handler, event, writing(address));
    }

    /** Writes what the use case answers to the same request; the answer itself is found beforehand. */
    private Supplier<byte[]> writing(String address) {
        if (address.startsWith(SESSION_PAGE)) {
            SessionId id = new SessionId(address.substring(SESSION_PAGE.length()));
            ViewSession.View view = new ViewSession(new InMemorySessionPages(store.memory()), clock)
                    .view(id)
                    .orElseThrow();
            return () -> AnswerJson.of(view);
        }
        Page<Listing> page = page(address);
        String next = next(handle(address).getBody());
        return () -> AnswerJson.of(page, next);
    }

    private Page<Listing> page(String address) {
        SessionDirectory directory = new InMemorySessionDirectory(store.memory());
        List<Page<Listing>> pages = new ArrayList<>();
        SessionDirectory listening = (query, now, limit, after) -> {
            BoundingBox box = query.box();
            pages.add(
                    box == null
                            ? new FindSessions(directory, clock).find(new FindSessions.Query(query, limit, after))
                            : new ViewArea(directory, clock).view(new ViewArea.Query(box, limit, after)));
            return directory.find(query, now, limit, after);
        };
        handler(listening).handleRequest(event(address), null);
        return pages.getFirst();
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
