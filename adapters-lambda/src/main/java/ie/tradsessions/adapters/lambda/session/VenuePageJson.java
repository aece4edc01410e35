package ie.tradsessions.adapters.lambda.session;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.venue.VenueJson;
import ie.tradsessions.application.session.ViewVenue;
import tools.jackson.core.JsonGenerator;

/** The page of a venue. */
final class VenuePageJson {
    private VenuePageJson() {}

    static void venue(JsonGenerator json, ViewVenue.View view) {
        json.writeStartObject();
        json.writeNumberProperty("version", view.version());
        VenueJson.fields(json, view.venue());
        Json.array(json, "sessions", view.sessions(), SessionJson::card);
        json.writeEndObject();
    }
}
