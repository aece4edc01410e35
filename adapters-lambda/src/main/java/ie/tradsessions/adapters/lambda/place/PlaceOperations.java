package ie.tradsessions.adapters.lambda.place;

import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.place.ListCounties;
import java.util.List;

/** What anybody may ask about places. */
public final class PlaceOperations {
    private final ListCounties listCounties;

    public PlaceOperations(ListCounties listCounties) {
        this.listCounties = listCounties;
    }

    public List<Route> routes() {
        return List.of(Route.cacheableGet("/v1/counties", "listCounties", this::listCounties));
    }

    private Response listCounties(Request request) {
        request.parameters().check();
        ListCounties.Listed listed = listCounties.list();
        return Response.json(Json.bytes(json -> CountyJson.counties(json, listed)), Caching.TOTALS);
    }
}
