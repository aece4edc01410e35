package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Goes through the venues of a table around a point, in rings that grow until enough is found. */
final class Nearest {
    private static final double FIRST_METRES = 40;
    private static final double GROWTH = 1.25;

    /** How many times as many venues as before the next circle holds. */
    private static final double MIN_FACTOR = 1.5;

    private static final double MAX_FACTOR = 8;

    /** Takes venues one by one. */
    interface Visitor {
        /** Whether there may be something at a venue, which costs less to know than how far away it is. */
        boolean wants(int row);

        /** @return how much of what is looked for is there */
        int visit(int row, double metres);
    }

    private final VenuePositions positions;
    private final GeoPoint point;
    private final double max;
    private final double least;
    private final int enough;
    private final Visitor visitor;
    private long found;

    private Nearest(VenuePositions positions, Nearby near, @Nullable SortKey after, int enough, Visitor visitor) {
        this.positions = positions;
        point = near.point();
        max = near.radiusMetres();
        least = after == null ? 0 : after.number();
        this.enough = enough;
        this.visitor = visitor;
    }

    /**
     * Visits all venues up to some distance, within which there is enough or which is the greatest that is asked for.
     *
     * @param after what is nearer than this is left out
     * @param enough how much to look for; one more tells that the list goes on
     */
    static void visit(VenuePositions positions, Nearby near, @Nullable SortKey after, int enough, Visitor visitor) {
        new Nearest(positions, near, after, enough, visitor).visit();
    }

    private void visit() {
        double nearer = least > 0 ? estimate(Math.min(least, max)) : 0;
        // A box is greater than its circle.
        double outer = radiusOf(nearer + 1.5 * enough + 2, Math.max(FIRST_METRES, least));
        double inner = -1;
        while (true) {
            visit(inner, outer);
            if (found > enough || outer >= max) {
                return;
            }
            double seen = Math.max(1, estimate(outer) - nearer);
            double factor = 1.5 * (enough + 1) / Math.max(1.0, (double) found);
            inner = outer;
            outer = radiusOf(nearer + seen * Math.clamp(factor, MIN_FACTOR, MAX_FACTOR), outer);
        }
    }

    private void visit(double inner, double outer) {
        Annulus ring = new Annulus(point, Math.max(inner, least), outer);
        positions.each(BoundingBox.around(point, outer), row -> {
            if (positions.mayBeIn(ring, row) && visitor.wants(row)) {
                double metres = point.metresTo(positions.get(row));
                if (metres > inner && metres <= outer && metres >= least) {
                    found += visitor.visit(row, metres);
                }
            }
        });
    }

    /** A radius within which there are about so many venues, or the greatest; in any case greater than another. */
    private double radiusOf(double wanted, double before) {
        double radius = before * GROWTH;
        while (radius < max && estimate(radius) < wanted) {
            radius *= GROWTH;
        }
        return Math.min(radius, max);
    }

    private double estimate(double radius) {
        return positions.estimate(BoundingBox.around(point, radius));
    }
}
