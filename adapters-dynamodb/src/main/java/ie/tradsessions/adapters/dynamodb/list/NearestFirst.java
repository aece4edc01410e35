package ie.tradsessions.adapters.dynamodb.list;

import ie.tradsessions.adapters.dynamodb.cell.Cell;
import ie.tradsessions.adapters.dynamodb.cell.Cells;
import ie.tradsessions.adapters.dynamodb.list.Merge.Met;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Range;
import ie.tradsessions.adapters.dynamodb.table.Reading;
import ie.tradsessions.adapters.dynamodb.table.Rows;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers with what is near a point, nearest first. It reads a circle as wide as is asked for, unless that holds much
 * more than a page: then it looks at some of what lies next to the point, which tells how wide a circle a page takes.
 *
 * @param <T> what is listed by place
 */
final class NearestFirst<T> {
    /** How far it looks first. */
    private static final double FIRST_METRES = 25_000;

    /** Of a range that holds more than this, two units or so, no more is read where a narrower circle may do. */
    private static final int MANY = 128;

    /** So much of what lies next to the point is one unit. */
    private static final int SOME = 32;

    /** The next page is thought to need so many times what it shows. */
    private static final double PLENTY = 1.5;

    /** Where what is known makes the circle hardly narrower, guessing does. */
    private static final double MUCH_NARROWER = 0.75;

    private static final double WIDER = 1.5;
    private static final double MUCH_WIDER = 4;

    private final Table table;
    private final char order;
    private final Covering cells;
    private final Function<Item, Optional<T>> reading;
    private final Function<T, GeoPoint> location;
    private final Function<T, String> id;
    private final Predicate<? super T> wanted;

    /** Ranges which together hold everything in a box. */
    interface Covering {
        /** @param dense whether much stands there, so that reading a gap costs more than another call */
        List<Range> apply(BoundingBox box, boolean dense);
    }

    /** @param order the letter with which its positions begin */
    NearestFirst(
            Table table,
            char order,
            Covering cells,
            Function<Item, Optional<T>> reading,
            Function<T, GeoPoint> location,
            Function<T, String> id,
            Predicate<? super T> wanted) {
        this.table = table;
        this.order = order;
        this.cells = cells;
        this.reading = reading;
        this.location = location;
        this.id = id;
        this.wanted = wanted;
    }

    /**
     * Where a page ended.
     *
     * @param count how many came before it on all pages, which tells how densely they lie
     */
    private record Place(String key, int count) {
        static @Nullable Place of(@Nullable PageToken position, char order) {
            String text = Places.of(position, order);
            if (text == null) {
                return null;
            }
            try {
                int end = text.indexOf(' ');
                Place place = new Place(text.substring(end + 1), Integer.parseInt(text.substring(0, end)));
                if (SortableText.isByNumber(place.key) && place.metres() >= 0 && place.count > 0) {
                    return place;
                }
                throw Places.foreign();
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw Places.foreign();
            }
        }

        double metres() {
            return SortableText.number(key);
        }

        PageToken toPageToken(char order) {
            return new PageToken(order + (count + " " + key));
        }
    }

    Page<T> page(GeoPoint point, double metres, int limit, @Nullable PageToken position) {
        Place after = Place.of(position, order);
        List<Met<T>> met = nearest(point, metres, after, limit + 1);
        List<T> items = met.stream().limit(limit).map(Met::value).toList();
        int before = after == null ? 0 : after.count();
        PageToken next =
                met.size() > limit ? new Place(met.get(limit - 1).place(), before + limit).toPageToken(order) : null;
        return new Page<>(items, next);
    }

    /** Everything within a circle, nearest first. */
    List<T> all(GeoPoint point, double metres) {
        return nearest(point, metres, null, Integer.MAX_VALUE).stream()
                .map(Met::value)
                .toList();
    }

    private List<Met<T>> nearest(GeoPoint point, double metres, @Nullable Place after, int count) {
        Map<String, T> known = new HashMap<>();
        double reach = firstReach(metres, after, count);
        boolean patient = count == Integer.MAX_VALUE;
        boolean dense = false;
        double tooWide = Double.POSITIVE_INFINITY;
        while (true) {
            List<Range> ranges = cells.apply(BoundingBox.around(point, reach), dense);
            if (!read(ranges, patient ? Integer.MAX_VALUE : Math.max(MANY, 2 * count), known)) {
                if (!dense) {
                    read(startingAt(point, ranges), SOME, known);
                }
                dense = true;
                double narrower = narrower(point, reach, after, count, known);
                if (narrower <= reach * MUCH_NARROWER) {
                    reach = narrower;
                } else if (narrower < reach && tooWide == Double.POSITIVE_INFINITY) {
                    tooWide = reach;
                    reach /= MUCH_WIDER;
                } else {
                    patient = true;
                }
                continue;
            }
            List<Met<T>> met = within(point, reach, known, after, count);
            if (met.size() >= count || reach >= metres) {
                return met;
            }
            patient |= tooWide < Double.POSITIVE_INFINITY;
            reach = Math.min(Math.min(metres, tooWide), reach * (2 * met.size() < count ? MUCH_WIDER : WIDER));
            tooWide = Double.POSITIVE_INFINITY;
        }
    }

    /** As wide as surely holds as many as are wanted, or as wide as before if too few of them are known. */
    private double narrower(GeoPoint point, double reach, @Nullable Place after, int count, Map<String, T> known) {
        List<Met<T>> met = within(point, reach, known, after, count);
        return met.size() < count ? reach : SortableText.number(met.getLast().place());
    }

    /** What is left of the ranges from the point on: along them, neighbours stand near each other. */
    private static List<Range> startingAt(GeoPoint point, List<Range> ranges) {
        Cell cell = Cells.of(point);
        return ranges.stream()
                .filter(range -> range.partition().endsWith(cell.partition())
                        && range.from().compareTo(cell.fine()) <= 0
                        && range.to().compareTo(cell.fine()) >= 0)
                .map(range -> new Range(range.partition(), cell.fine(), range.to(), null, range.limit()))
                .toList();
    }

    private static double firstReach(double metres, @Nullable Place after, int count) {
        double first = after == null
                ? FIRST_METRES
                : Math.max(1, after.metres()) * Math.sqrt((after.count() + PLENTY * count) / after.count());
        return count == Integer.MAX_VALUE ? metres : Math.min(first, metres);
    }

    private List<Met<T>> within(GeoPoint point, double reach, Map<String, T> read, @Nullable Place after, int count) {
        Map<T, Double> distances = new HashMap<>();
        List<T> inside = new ArrayList<>();
        for (T one : read.values()) {
            double distance = point.metresTo(location.apply(one));
            if (distance <= reach && wanted.test(one)) {
                distances.put(one, distance);
                inside.add(one);
            }
        }
        return Places.first(
                inside,
                one -> SortableText.of(distances.getOrDefault(one, 0.0), id.apply(one)),
                after == null ? null : after.key(),
                count);
    }

    /**
     * Adds what stands in the ranges to what is known.
     *
     * @param most so much of each range
     * @return whether that was all
     */
    private boolean read(List<Range> ranges, int most, Map<String, T> known) {
        boolean all = true;
        for (int from = 0; from < ranges.size(); from += Merge.SIDE_BY_SIDE) {
            List<Range> some = ranges.subList(from, Math.min(ranges.size(), from + Merge.SIDE_BY_SIDE));
            while (!some.isEmpty()) {
                List<Rows> rows = table.query(
                        some.stream().map(range -> range.first(most)).toList(), Reading.EVENTUAL);
                List<Range> rest = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    rows.get(i)
                            .items()
                            .forEach(item -> reading.apply(item).ifPresent(one -> known.put(id.apply(one), one)));
                    if (rows.get(i).last() != null) {
                        rest.add(some.get(i).after(rows.get(i).last()));
                    }
                }
                all &= rest.isEmpty() || most == Integer.MAX_VALUE;
                some = all ? rest : List.of();
            }
        }
        return all;
    }
}
