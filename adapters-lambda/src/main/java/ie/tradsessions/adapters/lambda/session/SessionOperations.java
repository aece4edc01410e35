package ie.tradsessions.adapters.lambda.session;

import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.Paging;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.adapters.lambda.http.Parameters;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.adapters.lambda.place.PlaceParameters;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.search.Nearby;
import ie.tradsessions.application.search.SessionOrder;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.application.search.WhichNight;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.ListOccurrences;
import ie.tradsessions.application.session.ViewArea;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.application.session.ViewVenue;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.Island;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What anybody may ask about sessions, the page of a venue with its sessions included. */
public final class SessionOperations {
    private static final String TONIGHT = "tonight";

    private final FindSessions findSessions;
    private final ViewArea viewArea;
    private final ViewSession viewSession;
    private final ListOccurrences listOccurrences;
    private final ViewVenue viewVenue;
    private final Paging paging;

    public SessionOperations(
            FindSessions findSessions,
            ViewArea viewArea,
            ViewSession viewSession,
            ListOccurrences listOccurrences,
            ViewVenue viewVenue,
            Paging paging) {
        this.findSessions = findSessions;
        this.viewArea = viewArea;
        this.viewSession = viewSession;
        this.listOccurrences = listOccurrences;
        this.viewVenue = viewVenue;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.cacheableGet("/v1/sessions", "findSessions", this::findSessions),
                Route.cacheableGet("/v1/areas/{geohash}", "viewArea", this::viewArea),
                Route.get("/v1/sessions/{id}", "viewSession", this::viewSession),
                Route.get("/v1/sessions/{id}/occurrences", "listOccurrences", this::listOccurrences),
                Route.get("/v1/venues/{id}", "viewVenue", this::viewVenue));
    }

    private Response findSessions(Request request) {
        Parameters parameters = request.parameters();
        Nearby near = PlaceParameters.near(parameters);
        SessionQuery.Builder asked = SessionQuery.builder()
                .near(near)
                .box(parameters.one("bbox", PlaceParameters::box))
                .county(parameters.one("county", PlaceParameters::county))
                .country(parameters.one("country", Country::new))
                .island(parameters.one("island", ParameterParsers.oneOf(Island.class, ParameterParsers::lowerCase)))
                .town(parameters.one("town", ParameterParsers::line))
                .text(parameters.one("q", ParameterParsers::line))
                .days(parameters.many("day", ParameterParsers.oneOf(DayOfWeek.class)))
                .night(parameters.one("on", SessionOperations::night))
                .paces(parameters.many("pace", ParameterParsers.oneOf(Pace.class)))
                .admissions(parameters.many("admission", ParameterParsers.oneOf(Admission.class)))
                .focuses(parameters.many("focus", ParameterParsers.oneOf(Focus.class)));
        SessionOrder order =
                parameters.one("sort", ParameterParsers.oneOf(SessionOrder.class, ParameterParsers::lowerCase));
        if (order == SessionOrder.DISTANCE && !parameters.has("near")) {
            parameters.refuse("sort", "must be rank, next or name; distance only together with near");
        }
        int limit = paging.limit(parameters, FindSessions.DEFAULT_LIMIT, FindSessions.MAX_LIMIT);
        PageToken after = paging.after(parameters, request);
        SessionQuery sessions = parameters.into(() -> asked.order(order).build());
        return paging.page(
                request,
                limit,
                near == null ? Caching.LIST : Caching.PRIVATE,
                pageSize -> findSessions.find(new FindSessions.Query(sessions, pageSize, after)),
                SessionJson::card);
    }

    private static WhichNight night(String text) {
        if (text.equalsIgnoreCase(TONIGHT)) {
            return new WhichNight.Tonight();
        }
        try {
            return new WhichNight.Of(ParameterParsers.date(text));
        } catch (InvalidValue e) {
            throw new InvalidValue(e.field(), TONIGHT + ", or " + e.allowed());
        }
    }

    private Response viewArea(Request request) {
        Parameters parameters = request.parameters();
        BoundingBox cell = parameters.value("geohash", request.variable("geohash"), PlaceParameters::cell);
        int limit = paging.limit(parameters, ViewArea.DEFAULT_LIMIT, ViewArea.MAX_LIMIT);
        PageToken after = paging.after(parameters, request);
        BoundingBox area = parameters.into(() -> Objects.requireNonNull(cell));
        return paging.page(
                request,
                limit,
                Caching.LIST,
                pageSize -> viewArea.view(new ViewArea.Query(area, pageSize, after)),
                SessionJson::card);
    }

    private Response viewSession(Request request) {
        request.parameters().check();
        return request.identifier("id", SessionId::new)
                .flatMap(viewSession::view)
                .map(view -> Response.json(Json.bytes(json -> SessionJson.detail(json, view)), Caching.PAGE))
                .orElseGet(() -> request.notFound("There is no such session."));
    }

    private Response listOccurrences(Request request) {
        Parameters parameters = request.parameters();
        LocalDate from = parameters.one("from", ParameterParsers::date);
        LocalDate to = parameters.one("to", ParameterParsers::date);
        parameters.check();
        return request.identifier("id", SessionId::new)
                .flatMap(id -> parameters.into(() -> listOccurrences.list(new ListOccurrences.Query(id, from, to))))
                .map(nights -> Response.json(Json.bytes(json -> SessionJson.nights(json, nights)), Caching.PAGE))
                .orElseGet(() -> request.notFound("There is no such session."));
    }

    private Response viewVenue(Request request) {
        request.parameters().check();
        return request.identifier("id", VenueId::new)
                .flatMap(viewVenue::view)
                .map(SessionOperations::page)
                .orElseGet(() -> request.notFound("There is no such venue."));
    }

    /** A merge can be undone, so nobody keeps for long where it led. */
    private static Response page(ViewVenue.View view) {
        VenueId into = view.venue().mergedInto();
        return into == null
                ? Response.json(Json.bytes(json -> VenuePageJson.venue(json, view)), Caching.PAGE)
                : Response.moved("/v1/venues/" + into, Caching.PAGE);
    }
}
