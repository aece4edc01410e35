package ie.tradsessions.adapters.lambda.place;

import ie.tradsessions.domain.place.GeoPoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Positions and distances. */
public final class PlaceJson {
    private PlaceJson() {}

    public static void location(JsonGenerator json, GeoPoint point) {
        json.writeObjectPropertyStart("location");
        json.writeNumberProperty("lat", point.latitude());
        json.writeNumberProperty("lon", point.longitude());
        json.writeEndObject();
    }

    /** In kilometres, to ten metres: nobody's position is known better. */
    public static void distance(JsonGenerator json, @Nullable Double metres) {
        if (metres == null) {
            json.writeNullProperty("distanceKm");
        } else {
            json.writeNumberProperty("distanceKm", Math.round(metres / 10) / 100.0);
        }
    }
}
