package ie.tradsessions.application.search;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.GeoPoint;

/**
 * Everything within a distance of a point.
 *
 * @param radiusKm more than 0, at most {@value #MAX_KM}
 */
public record Nearby(GeoPoint point, double radiusKm) {
    public static final double DEFAULT_KM = 25;
    private static final double MAX_KM = 200;

    public Nearby {
        if (!(radiusKm > 0 && radiusKm <= MAX_KM)) {
            throw new InvalidValue("radiusKm", "more than 0, at most 200");
        }
    }

    public double radiusMetres() {
        return radiusKm * 1000;
    }
}
