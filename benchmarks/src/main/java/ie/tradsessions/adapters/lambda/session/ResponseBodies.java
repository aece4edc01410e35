package ie.tradsessions.adapters.lambda.session;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.session.Listing;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.application.session.ViewVenue;
import org.jspecify.annotations.Nullable;

/**
 * The handler's own writers, applied to what a use case has already answered: no parameters, no search, no entity tag,
 * no log. It stands in this package because the writers are nobody else's business.
 */
public final class ResponseBodies {
    private ResponseBodies() {}

    /** @param next the cursor, sealed beforehand */
    public static byte[] of(Page<Listing> page, @Nullable String next) {
        return Json.bytes(json -> {
            json.writeStartObject();
            Json.array(json, "items", page.items(), SessionJson::card);
            json.writeStringProperty("next", next);
            json.writeEndObject();
        });
    }

    public static byte[] of(ViewSession.View view) {
        return Json.bytes(json -> SessionJson.detail(json, view));
    }

    public static byte[] of(ViewVenue.View view) {
        return Json.bytes(json -> VenuePageJson.venue(json, view));
    }
}
