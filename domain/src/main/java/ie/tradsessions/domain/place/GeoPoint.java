package ie.tradsessions.domain.place;

import ie.tradsessions.domain.InvalidValue;

/**
 * A point on the earth, in degrees of WGS 84.
 *
 * @param latitude −90 (south pole) to 90
 * @param longitude −180 to 180; 180 is kept as −180, since it is the same meridian
 */
public record GeoPoint(double latitude, double longitude) {
    /** Mean radius of the earth in metres (IUGG, R₁). */
    public static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public GeoPoint {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new InvalidValue("lat", "-90 to 90 degrees");
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new InvalidValue("lon", "-180 to 180 degrees");
        }
        // Adding zero turns -0.0 into 0.0, so that equal points are equal records.
        latitude += 0.0;
        longitude = longitude == 180 ? -180 : longitude + 0.0;
    }

    /** Great-circle distance in metres on a sphere of {@link #EARTH_RADIUS_METRES}, by the haversine formula. */
    public double metresTo(GeoPoint other) {
        double here = Math.toRadians(latitude);
        double there = Math.toRadians(other.latitude);
        double sinHalfLatitude = Math.sin((there - here) / 2);
        double sinHalfLongitude = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double haversine = sinHalfLatitude * sinHalfLatitude
                + Math.cos(here) * Math.cos(there) * sinHalfLongitude * sinHalfLongitude;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}
