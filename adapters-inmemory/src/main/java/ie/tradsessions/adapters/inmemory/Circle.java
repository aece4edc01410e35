package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.domain.place.GeoPoint;

/**
 * Tells, without trigonometry, which points are surely outside a circle on the earth. What it lets through still has to
 * be measured.
 */
final class Circle {
    /** More than rounding can do to a squared chord: less than a metre. */
    private static final double SLACK = 1e-14;

    private final Direction centre;
    private double reach;

    Circle(GeoPoint centre, double metres) {
        this.centre = Direction.of(centre);
        double chord = 2 * Math.sin(Math.min(metres / (2 * GeoPoint.EARTH_RADIUS_METRES), Math.PI / 2));
        reach = chord * chord + SLACK;
    }

    /** A point as the unit vector to it from the middle of the earth. */
    record Direction(double x, double y, double z) {
        static Direction of(GeoPoint point) {
            double latitude = Math.toRadians(point.latitude());
            double longitude = Math.toRadians(point.longitude());
            double cosLatitude = Math.cos(latitude);
            return new Direction(
                    cosLatitude * Math.cos(longitude), cosLatitude * Math.sin(longitude), Math.sin(latitude));
        }
    }

    /** Of the straight line from the centre, on a globe of radius 1. It grows with the distance. */
    double squaredChordTo(Direction point) {
        double dx = centre.x - point.x;
        double dy = centre.y - point.y;
        double dz = centre.z - point.z;
        return dx * dx + dy * dy + dz * dz;
    }

    boolean mayHold(Direction point) {
        return squaredChordTo(point) <= reach;
    }

    /** Makes the circle so small that a point with this squared chord lies just within. */
    void shrinkTo(double squaredChord) {
        reach = Math.min(reach, squaredChord + SLACK);
    }
}
