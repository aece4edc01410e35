package ie.tradsessions.domain.place;

import ie.tradsessions.domain.InvalidValue;

/**
 * A box between two parallels and two meridians, in degrees of WGS 84. It holds its southern and western edge but not
 * its northern and eastern one, so that boxes side by side share no point; the north pole belongs to the box that
 * reaches it. Where {@code west} is greater than {@code east} the box crosses the 180th meridian.
 */
public record BoundingBox(double west, double south, double east, double north) {
    public BoundingBox {
        if (!(south >= -90 && north <= 90 && south < north)) {
            throw new InvalidValue("bbox", "west,south,east,north in degrees, with -90 <= south < north <= 90");
        }
        if (!(west >= -180 && west <= 180 && east >= -180 && east <= 180)
                || west == east
                || (west == 180 && east == -180)) {
            throw new InvalidValue("bbox", "west,south,east,north in degrees, west and east different, -180 to 180");
        }
    }

    public boolean contains(GeoPoint point) {
        return containsLatitude(point.latitude()) && containsLongitude(point.longitude());
    }

    private boolean containsLatitude(double latitude) {
        return latitude >= south && (latitude < north || (latitude == 90 && north == 90));
    }

    private boolean containsLongitude(double longitude) {
        // A point on the 180th meridian is kept as -180; a box that starts at 180 starts there.
        double from = west == 180 ? -180 : west;
        return from < east ? longitude >= from && longitude < east : longitude >= from || longitude < east;
    }

    /**
     * The smallest box that surely holds every point within {@code metres} of {@code centre}. It spans all longitudes
     * where the circle reaches a pole.
     */
    public static BoundingBox around(GeoPoint centre, double metres) {
        // A little more than the radius, so that rounding never leaves a point of the circle outside.
        double angle = Math.toDegrees(metres / GeoPoint.EARTH_RADIUS_METRES) * (1 + 1e-9) + 1e-9;
        double south = centre.latitude() - angle;
        double north = centre.latitude() + angle;
        if (south <= -90 || north >= 90) {
            return new BoundingBox(-180, Math.max(-90, south), 180, Math.min(90, north));
        }
        double sinRadius = Math.sin(Math.toRadians(angle));
        double cosLatitude = Math.cos(Math.toRadians(centre.latitude()));
        if (sinRadius >= cosLatitude) {
            return new BoundingBox(-180, south, 180, north);
        }
        double width = Math.toDegrees(Math.asin(sinRadius / cosLatitude)) * (1 + 1e-9) + 1e-9;
        if (width >= 180) {
            return new BoundingBox(-180, south, 180, north);
        }
        return new BoundingBox(wrap(centre.longitude() - width), south, wrap(centre.longitude() + width), north);
    }

    private static double wrap(double longitude) {
        if (longitude < -180) {
            return longitude + 360;
        }
        return longitude > 180 ? longitude - 360 : longitude;
    }
}
