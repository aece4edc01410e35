package ie.tradsessions.adapters.lambda.member;

import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.member.ViewCalendar;
import ie.tradsessions.domain.member.CalendarKey;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A member's calendar, for whoever knows its address: calendar programs sign in nowhere. */
public final class CalendarOperations {
    private static final String MEDIA_TYPE = "text/calendar";

    private final ViewCalendar viewCalendar;
    private final InstantSource clock;

    public CalendarOperations(ViewCalendar viewCalendar, InstantSource clock) {
        this.viewCalendar = viewCalendar;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(Route.get("/v1/calendars/{key}", "viewCalendar", this::view));
    }

    private Response view(Request request) {
        request.parameters().check();
        return request.identifier("key", CalendarKey.Address::parse)
                .flatMap(viewCalendar::view)
                .map(view -> new Response(
                        200,
                        MEDIA_TYPE,
                        CalendarFile.of(view, clock.instant()).getBytes(StandardCharsets.UTF_8),
                        Caching.PRIVATE,
                        Map.of()))
                .orElseGet(() -> request.notFound("There is no such calendar."));
    }
}
