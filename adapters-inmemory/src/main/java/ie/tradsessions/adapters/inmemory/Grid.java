package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Finds things by where they are, without looking at those that are far away. */
final class Grid<T> {
    private static final double CELL_DEGREES = 0.2;

    /** Rows of cells from south to north, each with its cells from west to east; empty ones are not kept. */
    private final NavigableMap<Integer, NavigableMap<Integer, Set<T>>> rows = new TreeMap<>();

    void add(GeoPoint point, T item) {
        rows.computeIfAbsent(cell(point.latitude()), row -> new TreeMap<>())
                .computeIfAbsent(cell(point.longitude()), column -> new HashSet<>())
                .add(item);
    }

    void remove(GeoPoint point, T item) {
        rows.computeIfPresent(cell(point.latitude()), (row, columns) -> {
            columns.computeIfPresent(cell(point.longitude()), (column, items) -> {
                items.remove(item);
                return items.isEmpty() ? null : items;
            });
            return columns.isEmpty() ? null : columns;
        });
    }

    /** Everything in a box, and perhaps some things close to it, cell by cell. */
    List<Set<T>> about(BoundingBox box) {
        List<Set<T>> cells = new ArrayList<>();
        int south = cell(box.south());
        int north = cell(box.north());
        for (int[] columns : columns(box)) {
            rows.subMap(south, true, north, true)
                    .values()
                    .forEach(row -> cells.addAll(
                            row.subMap(columns[0], true, columns[1], true).values()));
        }
        return cells;
    }

    private static List<int[]> columns(BoundingBox box) {
        List<int[]> columns = new ArrayList<>(2);
        if (box.west() < box.east()) {
            columns.add(new int[] {cell(box.west()), cell(box.east())});
        } else {
            columns.add(new int[] {cell(box.west()), cell(180)});
            columns.add(new int[] {cell(-180), cell(box.east())});
        }
        return columns;
    }

    private static int cell(double degrees) {
        return (int) Math.floor(degrees / CELL_DEGREES);
    }
}
