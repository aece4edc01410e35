package ie.tradsessions.adapters.lambda;

import ie.tradsessions.adapters.lambda.Routes.Route;
import java.util.List;

/** Every address of the public function. The OpenAPI document is compared with this table. */
final class PublicRoutes {
    static final Routes<PublicApi> TABLE = new Routes<>(List.of(
            new Route<>("GET", "/v1/sessions", "findSessions", PublicApi::findSessions),
            new Route<>("GET", "/v1/areas/{geohash}", "viewArea", PublicApi::viewArea),
            new Route<>("GET", "/v1/sessions/{id}", "viewSession", PublicApi::viewSession),
            new Route<>("GET", "/v1/sessions/{id}/occurrences", "listOccurrences", PublicApi::listOccurrences),
            new Route<>("GET", "/v1/venues", "findVenues", PublicApi::findVenues),
            new Route<>("GET", "/v1/venues/{id}", "viewVenue", PublicApi::viewVenue),
            new Route<>("GET", "/v1/counties", "listCounties", PublicApi::listCounties),
            new Route<>("GET", "/v1/export", "exportDataSet", PublicApi::exportDataSet),
            new Route<>("GET", "/v1/health", "health", PublicApi::health),
            new Route<>("GET", "/v1/openapi.json", "openapi", PublicApi::openapi)));

    private PublicRoutes() {}
}
