package ie.tradsessions.adapters.dynamodb.cell;

import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which partition a point belongs to, where it stands there, and what to read for a box. */
public final class Cells {
    /** Calls that are made side by side for one question. */
    public static final int MAX_RANGES = 4;

    /** Cards, keys included, that one unit reads. */
    public static final int CARDS_OF_A_UNIT = 36;

    /** 11.25 by 5.625 degrees: a circle of 200 km touches four of them at most, up to 71 degrees of latitude. */
    static final int COARSE = 10;

    private static final int BITS_OF_A_LETTER = 5;
    private static final int COARSE_LETTERS = COARSE / BITS_OF_A_LETTER;
    private static final int FINE_LETTERS = 6;
    private static final Curve CURVE = new Curve((COARSE + BITS_OF_A_LETTER * FINE_LETTERS) / 2);

    /** That of geohashes, in the order of their bytes. */
    private static final String ALPHABET = "0123456789bcdefghjkmnpqrstuvwxyz";

    /** More than this part of the box is never read in vain to save a call. */
    private static final double MAX_WASTE = 2;

    private static final int AREA_LETTERS = 3;
    private static final Axis AREA_COLUMNS = new Axis(360, 8);
    private static final Axis AREA_ROWS = new Axis(180, 7);

    private Cells() {}

    public static Cell of(GeoPoint point) {
        String letters = letters(CURVE.numberOf(point), COARSE_LETTERS + FINE_LETTERS);
        return new Cell(letters.substring(0, COARSE_LETTERS), letters.substring(COARSE_LETTERS));
    }

    /**
     * What to read so that no point of a box is missed: at most {@value #MAX_RANGES} ranges, unless the box touches
     * more partitions. They hold other points too, and no point is in two of them.
     *
     * <p>A call costs as much as {@value #CARDS_OF_A_UNIT} cards; so where few are expected, a stretch between two
     * parts of the box is read with them rather than left out by a call of its own.
     *
     * @param expected how many cards the box is thought to hold; a bad guess costs units and misses nothing
     */
    public static List<CellRange> covering(BoundingBox box, double expected) {
        double waste = Math.min(MAX_WASTE, CARDS_OF_A_UNIT / Math.max(1, expected));
        return bridged(CURVE, CURVE.covering(box, COARSE), COARSE, waste).stream()
                .map(Cells::range)
                .toList();
    }

    /** @param waste a gap is bridged if it is no more than so many times what the stretches hold together */
    static List<Curve.Stretch> bridged(Curve curve, List<Curve.Stretch> exact, int coarse, double waste) {
        long needed = exact.stream().mapToLong(Curve.Stretch::squares).sum();
        List<Integer> gaps = new ArrayList<>();
        for (int i = 1; i < exact.size(); i++) {
            if (curve.together(exact.get(i - 1).last(), exact.get(i).first(), coarse)) {
                gaps.add(i);
            }
        }
        gaps.sort(Comparator.comparingLong(i -> gap(exact, i)));
        Set<Integer> bridged = new HashSet<>();
        for (int i : gaps) {
            if (exact.size() - bridged.size() > MAX_RANGES || gap(exact, i) <= waste * needed) {
                bridged.add(i);
            }
        }
        List<Curve.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < exact.size(); i++) {
            Curve.Stretch stretch = exact.get(i);
            if (bridged.contains(i)) {
                Curve.Stretch before = stretches.removeLast();
                stretches.add(new Curve.Stretch(before.first(), stretch.last()));
            } else {
                stretches.add(stretch);
            }
        }
        return stretches;
    }

    /** How many squares lie before a stretch and after the one before it. */
    private static long gap(List<Curve.Stretch> stretches, int i) {
        return stretches.get(i).first() - stretches.get(i - 1).last() - 1;
    }

    private static CellRange range(Curve.Stretch stretch) {
        String from = letters(stretch.first(), COARSE_LETTERS + FINE_LETTERS);
        String to = letters(stretch.last(), COARSE_LETTERS + FINE_LETTERS);
        return new CellRange(
                from.substring(0, COARSE_LETTERS), from.substring(COARSE_LETTERS), to.substring(COARSE_LETTERS));
    }

    /** The geohash of {@value #AREA_LETTERS} letters. */
    public static String area(GeoPoint point) {
        return area(AREA_COLUMNS.partOf(point.longitude()), AREA_ROWS.partOf(point.latitude()));
    }

    /**
     * The geohashes of {@value #AREA_LETTERS} letters whose areas a box touches, or none where they are more than
     * {@code most}.
     */
    public static List<String> areasOf(BoundingBox box, int most) {
        double west = box.west() == 180 ? -180 : box.west();
        long first = AREA_COLUMNS.partOf(west);
        long last = box.east() > -180 ? AREA_COLUMNS.partBefore(box.east()) : AREA_COLUMNS.parts() - 1;
        boolean round = west >= box.east() && box.east() > -180;
        long width = round ? Math.min(last + AREA_COLUMNS.parts() - first, AREA_COLUMNS.parts() - 1) : last - first;
        long south = AREA_ROWS.partOf(box.south());
        long north = box.north() == 90 ? AREA_ROWS.parts() - 1 : AREA_ROWS.partBefore(box.north());
        List<String> areas = new ArrayList<>();
        if ((width + 1) * (north - south + 1) <= most) {
            for (long row = south; row <= north; row++) {
                for (long column = first; column <= first + width; column++) {
                    areas.add(area(column % AREA_COLUMNS.parts(), row));
                }
            }
        }
        return areas;
    }

    /** The bits of column and row by turns, as geohashes have them. */
    private static String area(long column, long row) {
        long number = 0;
        for (int bit = AREA_COLUMNS.bits() - 1; bit >= 0; bit--) {
            number = number << 1 | (column >>> bit & 1);
            if (bit > 0) {
                number = number << 1 | (row >>> (bit - 1) & 1);
            }
        }
        return letters(number, AREA_LETTERS);
    }

    private static String letters(long number, int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int shift = BITS_OF_A_LETTER * (count - 1); shift >= 0; shift -= BITS_OF_A_LETTER) {
            letters.append(ALPHABET.charAt((int) (number >>> shift) & 31));
        }
        return letters.toString();
    }
}
