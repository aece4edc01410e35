package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Where the venues of a table are. They stand in bands of {@value #BAND} units of latitude from south to north, and
 * within a band from west to east, so that those in a box are a few stretches of the table. A unit is a ten millionth of
 * a degree, as in OpenStreetMap; a position that is not a whole number of units is kept exactly as well. Immutable.
 */
final class VenuePositions {
    private static final double UNITS_PER_DEGREE = 1e7;

    /** About 2.2 km. */
    private static final int BAND = 200_000;

    private final int[] latitudes;
    private final int[] longitudes;
    /** The numbers of the bands in which there is a venue, in order, and where each begins; one more for the end. */
    private final int[] bands;

    private final int[] starts;
    /** The rows whose positions are not whole numbers of units, in order, and these positions. */
    private final int[] unevenRows;

    private final GeoPoint[] uneven;

    private VenuePositions(
            int[] latitudes, int[] longitudes, int[] bands, int[] starts, int[] unevenRows, GeoPoint[] uneven) {
        this.latitudes = latitudes;
        this.longitudes = longitudes;
        this.bands = bands;
        this.starts = starts;
        this.unevenRows = unevenRows;
        this.uneven = uneven;
    }

    static VenuePositions read(byte[] bytes, int rows) {
        ByteReader in = new ByteReader(bytes);
        int count = in.count(rows);
        int[] bands = new int[count];
        int[] starts = new int[count + 1];
        int band = 0;
        for (int i = 0; i < count; i++) {
            band += (int) in.signed();
            bands[i] = band;
            starts[i + 1] = starts[i] + in.count(rows - starts[i]);
        }
        if (starts[count] != rows) {
            throw new IndexOutOfBoundsException("bands of another number of venues");
        }
        PackedInts northward = PackedInts.read(in, rows);
        int[] latitudes = new int[rows];
        int[] longitudes = new int[rows];
        for (int i = 0; i < count; i++) {
            long longitude = 0;
            for (int row = starts[i]; row < starts[i + 1]; row++) {
                latitudes[row] = bands[i] * BAND + northward.get(row);
                longitude += row == starts[i] ? in.signed() : in.unsigned();
                longitudes[row] = (int) longitude;
            }
        }
        int[] unevenRows = new int[in.count(rows)];
        GeoPoint[] uneven = new GeoPoint[unevenRows.length];
        int before = 0;
        for (int i = 0; i < uneven.length; i++) {
            before += in.count(rows - 1 - before);
            unevenRows[i] = before;
            double latitude = Double.longBitsToDouble(in.fixed(Long.BYTES));
            uneven[i] = new GeoPoint(latitude, Double.longBitsToDouble(in.fixed(Long.BYTES)));
        }
        return new VenuePositions(latitudes, longitudes, bands, starts, unevenRows, uneven);
    }

    /** @param points in the order of {@link #compare} */
    static void write(ByteWriter out, List<GeoPoint> points) {
        int[] northward = new int[points.size()];
        List<Integer> starts = new ArrayList<>();
        List<Integer> unevenRows = new ArrayList<>();
        for (int row = 0; row < northward.length; row++) {
            GeoPoint point = points.get(row);
            northward[row] = Math.floorMod(units(point.latitude()), BAND);
            if (row == 0 || band(points.get(row - 1)) != band(point)) {
                starts.add(row);
            }
            if (degrees(units(point.latitude())) != point.latitude()
                    || degrees(units(point.longitude())) != point.longitude()) {
                unevenRows.add(row);
            }
        }
        out.unsigned(starts.size());
        starts.add(northward.length);
        int before = 0;
        for (int i = 0; i < starts.size() - 1; i++) {
            int band = band(points.get(starts.get(i)));
            out.signed(band - before);
            out.unsigned(starts.get(i + 1) - starts.get(i));
            before = band;
        }
        PackedInts.write(out, northward);
        for (int i = 0; i < starts.size() - 1; i++) {
            int first = starts.get(i);
            out.signed(units(points.get(first).longitude()));
            for (int row = first + 1; row < starts.get(i + 1); row++) {
                out.unsigned(units(points.get(row).longitude())
                        - units(points.get(row - 1).longitude()));
            }
        }
        out.unsigned(unevenRows.size());
        before = 0;
        for (int row : unevenRows) {
            out.unsigned(row - before);
            out.fixed(Double.doubleToRawLongBits(points.get(row).latitude()), Long.BYTES);
            out.fixed(Double.doubleToRawLongBits(points.get(row).longitude()), Long.BYTES);
            before = row;
        }
    }

    /** The order in which venues stand; those at one place are equal in it. */
    static int compare(GeoPoint one, GeoPoint other) {
        int byBand = Integer.compare(band(one), band(other));
        return byBand != 0 ? byBand : Integer.compare(units(one.longitude()), units(other.longitude()));
    }

    GeoPoint get(int row) {
        if (uneven.length > 0) {
            int at = Arrays.binarySearch(unevenRows, row);
            if (at >= 0) {
                return uneven[at];
            }
        }
        return new GeoPoint(degrees(latitudes[row]), degrees(longitudes[row]));
    }

    /** False where a venue is surely not in a ring. */
    boolean mayBeIn(Annulus ring, int row) {
        return ring.mayHold(degrees(latitudes[row]), degrees(longitudes[row]));
    }

    /** How many venues are in a box, and perhaps close to its edges. */
    int count(BoundingBox box) {
        Counter counter = new Counter();
        eachStretch(box, counter);
        return counter.count;
    }

    /** About how many venues are in a box, taking it that those of a band are spread evenly. */
    double estimate(BoundingBox box) {
        double bandsTouched = Math.floor(box.north() * UNITS_PER_DEGREE / BAND)
                - Math.floor(box.south() * UNITS_PER_DEGREE / BAND)
                + 1;
        double share = (box.north() - box.south()) * UNITS_PER_DEGREE / (bandsTouched * BAND);
        return count(box) * share;
    }

    /** The rows of the venues in a box, and perhaps of some close to its edges. */
    void each(BoundingBox box, IntConsumer row) {
        eachStretch(box, (from, to) -> {
            for (int i = from; i < to; i++) {
                row.accept(i);
            }
        });
    }

    private interface Stretch {
        void accept(int from, int to);
    }

    private static final class Counter implements Stretch {
        int count;

        @Override
        public void accept(int from, int to) {
            count += to - from;
        }
    }

    private void eachStretch(BoundingBox box, Stretch stretch) {
        int south = Math.floorDiv(units(box.south()) - 1, BAND);
        int north = Math.floorDiv(units(box.north()) + 1, BAND);
        int west = units(box.west()) - 1;
        int east = units(box.east()) + 1;
        for (int i = lowerBound(bands, 0, bands.length, south); i < bands.length && bands[i] <= north; i++) {
            if (box.west() < box.east()) {
                stretch(i, west, east, stretch);
            } else {
                stretch(i, Integer.MIN_VALUE, east, stretch);
                stretch(i, west, Integer.MAX_VALUE, stretch);
            }
        }
    }

    private void stretch(int band, int west, int east, Stretch stretch) {
        int from = lowerBound(longitudes, starts[band], starts[band + 1], west);
        int to =
                east == Integer.MAX_VALUE ? starts[band + 1] : lowerBound(longitudes, from, starts[band + 1], east + 1);
        if (from < to) {
            stretch.accept(from, to);
        }
    }

    private static int lowerBound(int[] sorted, int from, int to, int value) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int band(GeoPoint point) {
        return Math.floorDiv(units(point.latitude()), BAND);
    }

    private static int units(double degrees) {
        return (int) Math.round(degrees * UNITS_PER_DEGREE);
    }

    private static double degrees(int units) {
        return units / UNITS_PER_DEGREE;
    }
}
