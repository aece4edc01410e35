package ie.tradsessions.adapters.lambda.venue;

import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.Paging;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.adapters.lambda.http.Parameters;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.adapters.lambda.place.PlaceParameters;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.search.Nearby;
import ie.tradsessions.application.search.VenueQuery;
import ie.tradsessions.application.venue.FindVenues;
import ie.tradsessions.domain.place.County;
import java.util.List;

/** What anybody may ask about venues. */
public final class VenueOperations {
    private final FindVenues findVenues;
    private final Paging paging;

    public VenueOperations(FindVenues findVenues, Paging paging) {
        this.findVenues = findVenues;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(Route.cacheableGet("/v1/venues", "findVenues", this::findVenues));
    }

    private Response findVenues(Request request) {
        Parameters parameters = request.parameters();
        String text = parameters.one("q", ParameterParsers::line);
        Nearby near = PlaceParameters.near(parameters);
        County county = parameters.one("county", PlaceParameters::county);
        int limit = paging.limit(parameters, FindVenues.DEFAULT_LIMIT, FindVenues.MAX_LIMIT);
        PageToken after = paging.after(parameters, request);
        VenueQuery venues = parameters.into(() -> new VenueQuery(text, near, county));
        return paging.page(
                request,
                limit,
                near == null ? Caching.LIST : Caching.PRIVATE,
                pageSize -> findVenues.find(new FindVenues.Query(venues, pageSize, after)),
                (json, card) -> VenueJson.card(json, card, near));
    }
}
