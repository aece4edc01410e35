package ie.tradsessions.application.place;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.GeoPoint;

/**
 * Everything within a distance of a point.
 *
 * @param radiusKm more than 0, at most {@value #MOST_KM}
 */
public record Nearby(GeoPoint point, double radiusKm) {
    public static final double USUAL_KM = 25;
    private static final double MOST_KM = 200;

    public Nearby {
        if (!(radiusKm > 0 && radiusKm <= MOST_KM)) {
            throw new InvalidValue("radiusKm", "more than 0, at most 200");
        }
    }

    public double radiusMetres() {
        return radiusKm * 1000;
    }
}
