package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.GeoPoint;

/**
 * Tells, without trigonometry, which points are surely not in a ring around a centre. What it lets through still has to
 * be measured.
 *
 * <p>The haversine of the angle to a point is sin²(Δφ/2) + cos φ₁ · cos φ₂ · sin²(Δλ/2). The sine's square lies between
 * x²/4 − x⁴/48 and x²/4, and the cosine between those of the ring's most southern and most northern parallel.
 */
final class Annulus {
    /** More than the rounding of positions and of these sums makes out. */
    private static final double SLACK_METRES = 1;

    /** Points this much further north or south than the ring may be asked about, in degrees. */
    private static final double SLACK_DEGREES = 0.03;

    private final GeoPoint centre;
    private final double leastCosines;
    private final double greatestCosines;
    private final double innerHaversine;
    private final double outerHaversine;

    /** @param inner in metres; may be negative, which leaves no hole */
    Annulus(GeoPoint centre, double inner, double outer) {
        this.centre = centre;
        double reach = Math.toDegrees(outer / GeoPoint.EARTH_RADIUS_METRES) + SLACK_DEGREES;
        double farthest = Math.min(90, Math.abs(centre.latitude()) + reach);
        double nearest = Math.max(0, Math.abs(centre.latitude()) - reach);
        double cosine = Math.cos(Math.toRadians(centre.latitude()));
        leastCosines = cosine * Math.cos(Math.toRadians(farthest));
        greatestCosines = cosine * Math.cos(Math.toRadians(nearest));
        innerHaversine = haversine(inner - SLACK_METRES);
        outerHaversine = haversine(outer + SLACK_METRES);
    }

    private static double haversine(double metres) {
        double angle = Math.clamp(metres / GeoPoint.EARTH_RADIUS_METRES, 0, Math.PI);
        double sine = Math.sin(angle / 2);
        return sine * sine;
    }

    /** Whether a point, in degrees, may be in the ring. */
    boolean mayHold(double latitude, double longitude) {
        double y = Math.toRadians(latitude - centre.latitude());
        double degrees = Math.abs(longitude - centre.longitude());
        double x = Math.toRadians(degrees > 180 ? 360 - degrees : degrees);
        double y2 = y * y / 4;
        double x2 = x * x / 4;
        double least = y2 * (1 - y2 / 3) + leastCosines * x2 * (1 - x2 / 3);
        double greatest = y2 + greatestCosines * x2;
        return least <= outerHaversine && greatest >= innerHaversine;
    }
}
