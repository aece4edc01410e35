package ie.tradsessions.adapters.dynamodb.cell;

import ie.tradsessions.adapters.dynamodb.paper.Units;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Ways to cut the earth into partitions, compared by what a circle of 25 km costs around real places. */
public final class Designs {
    private static final double METRES = 25_000;
    private static final int BYTES_OF_A_CARD = 125;
    private static final int MAX_CENTRES = 400;

    /** Where a place stands in the table, and what has to be read for a box. */
    private interface Design {
        Cell of(GeoPoint point);

        List<CellRange> covering(BoundingBox box);
    }

    private Designs() {}

    /** @param places real ones, each the place of one card, some of them the centres of circles */
    public static void compare(String title, List<GeoPoint> places, PrintStream out) {
        List<GeoPoint> centres = new ArrayList<>();
        int step = Math.max(1, places.size() / MAX_CENTRES);
        for (int i = 0; i < places.size(); i += step) {
            centres.add(places.get(i));
        }
        out.printf(Locale.ROOT, "%s: %,d places, %d circles of 25 km.%n%n", title, places.size(), centres.size());
        out.println(
                "| Design | units: mean | p99 | calls: mean | most | read for each card that lies within | found |");
        out.println("|---|---:|---:|---:|---:|---:|---:|");
        long within =
                centres.stream().mapToLong(centre -> count(places, centre)).sum();
        designs().forEach((name, design) -> print(name, design, places, centres, within, out));
    }

    private static Map<String, Design> designs() {
        Map<String, Design> designs = new LinkedHashMap<>();
        designs.put("geohash of 3 letters, whole cells", new Grid(3, false));
        designs.put("geohash of 3 letters, a range of each", new Grid(3, true));
        designs.put("geohash of 4 letters, whole cells", new Grid(4, false));
        designs.put("geohash of 4 letters, a range of each", new Grid(4, true));
        designs.put("geohash of 5 letters, whole cells", new Grid(5, false));
        designs.put("Hilbert's curve, up to 4 ranges, few expected (chosen)", new Hilbert(20));
        designs.put("Hilbert's curve, up to 4 ranges, many expected", new Hilbert(1e9));
        return designs;
    }

    private static void print(
            String name, Design design, List<GeoPoint> places, List<GeoPoint> centres, long within, PrintStream out) {
        Map<String, NavigableMap<String, List<GeoPoint>>> table = new HashMap<>();
        for (GeoPoint place : places) {
            Cell cell = design.of(place);
            table.computeIfAbsent(cell.partition(), any -> new TreeMap<>())
                    .computeIfAbsent(cell.fine(), any -> new ArrayList<>())
                    .add(place);
        }
        List<Double> units = new ArrayList<>();
        long calls = 0;
        int mostCalls = 0;
        long read = 0;
        long found = 0;
        for (GeoPoint centre : centres) {
            List<CellRange> ranges = design.covering(BoundingBox.around(centre, METRES));
            double cost = 0;
            for (CellRange range : ranges) {
                long here = 0;
                for (List<GeoPoint> some : table.getOrDefault(range.partition(), new TreeMap<>())
                        .subMap(range.from(), true, range.to(), true)
                        .values()) {
                    here += some.size();
                    found += count(some, centre);
                }
                read += here;
                cost += Units.read(here * BYTES_OF_A_CARD, false);
            }
            units.add(cost);
            calls += ranges.size();
            mostCalls = Math.max(mostCalls, ranges.size());
        }
        units.sort(null);
        out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.1f | %.2f | %d | %.2f | %.1f %% |%n",
                name,
                units.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                units.get(Math.ceilDiv(units.size() * 99, 100) - 1),
                (double) calls / centres.size(),
                mostCalls,
                (double) read / within,
                100.0 * found / within);
    }

    private static long count(List<GeoPoint> places, GeoPoint centre) {
        return places.stream().filter(place -> centre.metresTo(place) <= METRES).count();
    }

    private record Hilbert(double expected) implements Design {
        @Override
        public Cell of(GeoPoint point) {
            return Cells.of(point);
        }

        @Override
        public List<CellRange> covering(BoundingBox box) {
            return Cells.covering(box, expected);
        }
    }

    /**
     * Cells of a geohash, within which places stand in the order of longer geohashes.
     *
     * @param ranges whether only the part of a cell is read that a box needs in that order
     */
    private record Grid(int letters, boolean ranges) implements Design {
        private static final int FINE_BITS = 20;

        private Axis columns() {
            return new Axis(360, Math.ceilDiv(5 * letters, 2));
        }

        private Axis rows() {
            return new Axis(180, 5 * letters / 2);
        }

        private Axis fineColumns() {
            return new Axis(360, FINE_BITS);
        }

        private Axis fineRows() {
            return new Axis(180, FINE_BITS);
        }

        @Override
        public Cell of(GeoPoint point) {
            return new Cell(
                    name(columns().partOf(point.longitude()), rows().partOf(point.latitude())),
                    fine(fineColumns().partOf(point.longitude()), fineRows().partOf(point.latitude())));
        }

        @Override
        public List<CellRange> covering(BoundingBox box) {
            List<CellRange> all = new ArrayList<>();
            if (box.west() < box.east()) {
                add(all, box.west(), box.east(), box);
            } else {
                add(all, box.west(), 180, box);
                add(all, -180, box.east(), box);
            }
            return all;
        }

        private void add(List<CellRange> all, double west, double east, BoundingBox box) {
            long wideness = fineColumns().parts() / columns().parts();
            long height = fineRows().parts() / rows().parts();
            for (long column = columns().partOf(west); column <= columns().partOf(east); column++) {
                for (long row = rows().partOf(box.south()); row <= rows().partOf(box.north()); row++) {
                    long left = column * wideness;
                    long bottom = row * height;
                    long right = left + wideness - 1;
                    long top = bottom + height - 1;
                    all.add(
                            ranges
                                    ? new CellRange(
                                            name(column, row),
                                            fine(
                                                    Math.max(left, fineColumns().partOf(west)),
                                                    Math.max(bottom, fineRows().partOf(box.south()))),
                                            fine(
                                                    Math.min(
                                                            right, fineColumns().partOf(east)),
                                                    Math.min(top, fineRows().partOf(box.north()))))
                                    : new CellRange(name(column, row), fine(left, bottom), fine(right, top)));
                }
            }
        }

        private static String name(long column, long row) {
            return column + "," + row;
        }

        /** The bits by turns; it never falls where column and row rise. */
        private static String fine(long column, long row) {
            long number = 0;
            for (int bit = FINE_BITS - 1; bit >= 0; bit--) {
                number = number << 2 | (column >>> bit & 1) << 1 | (row >>> bit & 1);
            }
            return String.format(Locale.ROOT, "%011x", number);
        }
    }
}
