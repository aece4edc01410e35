package ie.tradsessions.adapters.dynamodb.cell;

import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Hilbert's curve over the earth: it visits every square of a grid once, goes from each to one beside it, and leaves a
 * quarter, or a quarter of a quarter, only when it has visited all of it. A box is therefore few stretches of it, fewer
 * than of the order that geohashes have.
 *
 * @param order the grid has two to this power columns, and as many rows
 */
record Curve(int order) {
    /** Where squares reach over a box's edge, this many of them are as long as its shorter side. */
    private static final int PARTS_OF_A_SIDE = 16;

    /** A thin box would need very many squares; they grow until this many are as long as its longer side. */
    private static final int MAX_PARTS_OF_A_SIDE = 128;

    /** From the number of one square to that of another, both included. */
    record Stretch(long first, long last) {
        long squares() {
            return last - first + 1;
        }
    }

    int bits() {
        return 2 * order;
    }

    long numberOf(GeoPoint point) {
        return number(columns().partOf(point.longitude()), rows().partOf(point.latitude()));
    }

    /**
     * Stretches that hold all of a box, in order and apart from each other; where they reach over its edge, not by
     * much.
     *
     * @param coarse how many bits two numbers have in common if they may be in one stretch
     */
    List<Stretch> covering(BoundingBox box, int coarse) {
        long south = rows().partOf(box.south());
        long north = box.north() == 90 ? rows().parts() - 1 : rows().partBefore(box.north());
        // A point on the 180th meridian is kept as -180.
        double west = box.west() == 180 ? -180 : box.west();
        List<Stretch> stretches = new ArrayList<>();
        if (west < box.east()) {
            Area area = new Area(columns().partOf(west), south, columns().partBefore(box.east()), north);
            add(stretches, 0, 0, order, area, coarse);
        } else {
            Area toTheEnd = new Area(columns().partOf(west), south, columns().parts() - 1, north);
            add(stretches, 0, 0, order, toTheEnd, coarse);
            if (box.east() > -180) {
                Area fromTheStart = new Area(0, south, columns().partBefore(box.east()), north);
                add(stretches, 0, 0, order, fromTheStart, coarse);
            }
        }
        return joined(stretches, coarse);
    }

    /** Whether two numbers have so many bits in common. */
    boolean together(long one, long other, int coarse) {
        return (one ^ other) >>> (bits() - coarse) == 0;
    }

    /** Adds the part of the area that lies in the square of a size (two to that power) whose corner is given. */
    private void add(List<Stretch> stretches, long column, long row, int size, Area area, int coarse) {
        long side = 1L << size;
        if (!area.touches(column, row, side)) {
            return;
        }
        boolean wholeEnough = side <= area.smallEnough() || area.contains(column, row, side);
        if (wholeEnough && bits() - 2 * size >= coarse) {
            long first = (number(column, row) >>> (2 * size)) << (2 * size);
            stretches.add(new Stretch(first, first + side * side - 1));
            return;
        }
        long half = side / 2;
        add(stretches, column, row, size - 1, area, coarse);
        add(stretches, column + half, row, size - 1, area, coarse);
        add(stretches, column, row + half, size - 1, area, coarse);
        add(stretches, column + half, row + half, size - 1, area, coarse);
    }

    private List<Stretch> joined(List<Stretch> stretches, int coarse) {
        List<Stretch> joined = new ArrayList<>();
        stretches.sort(Comparator.comparingLong(Stretch::first));
        for (Stretch stretch : stretches) {
            Stretch before = joined.isEmpty() ? null : joined.getLast();
            // The two halves of a box that goes round the earth may meet in one square.
            if (before != null && stretch.first <= before.last + 1 && together(before.last, stretch.first, coarse)) {
                joined.set(joined.size() - 1, new Stretch(before.first, Math.max(before.last, stretch.last)));
            } else {
                joined.add(stretch);
            }
        }
        return joined;
    }

    /** As in the article "Hilbert curve" of Wikipedia, function xy2d. */
    private long number(long column, long row) {
        long number = 0;
        long x = column;
        long y = row;
        for (long side = 1L << (order - 1); side > 0; side >>= 1) {
            boolean right = (x & side) != 0;
            boolean up = (y & side) != 0;
            int quarter = right ? (up ? 2 : 3) : (up ? 1 : 0);
            number = number << 2 | quarter;
            if (!up) {
                long turned = right ? -1 - x : x;
                x = right ? -1 - y : y;
                y = turned;
            }
        }
        return number;
    }

    private Axis columns() {
        return new Axis(360, order);
    }

    private Axis rows() {
        return new Axis(180, order);
    }

    /** Columns and rows, the last ones included. */
    private record Area(long west, long south, long east, long north) {
        boolean touches(long column, long row, long side) {
            return column <= east && column + side > west && row <= north && row + side > south;
        }

        boolean contains(long column, long row, long side) {
            return column >= west && column + side - 1 <= east && row >= south && row + side - 1 <= north;
        }

        long smallEnough() {
            long width = east - west + 1;
            long height = north - south + 1;
            return Math.max(
                    1,
                    Math.max(Math.min(width, height) / PARTS_OF_A_SIDE, Math.max(width, height) / MAX_PARTS_OF_A_SIDE));
        }
    }
}
