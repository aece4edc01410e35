package ie.tradsessions.application.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Different names in the order in which lists show them. Names that fold alike share a group. Immutable. */
final class NameTable {
    private static final int MAX_KEPT = 4_096;

    private final StringColumn names;
    private final int[] groups;
    private final RowCache<String> folded;

    private NameTable(StringColumn names, int[] groups) {
        this.names = names;
        this.groups = groups;
        folded = new RowCache<>(Math.clamp(names.size(), 1, MAX_KEPT));
    }

    static NameTable read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        StringColumn names = StringColumn.read(in);
        PackedInts begins = PackedInts.read(in, names.size());
        int[] groups = new int[names.size()];
        int group = -1;
        for (int i = 0; i < groups.length; i++) {
            group += i == 0 ? 1 : begins.get(i) & 1;
            groups[i] = group;
        }
        return new NameTable(names, groups);
    }

    /** @return the place of each name in the table */
    static Map<String, Integer> write(ByteWriter out, Collection<String> names) {
        Map<String, String> folded = new HashMap<>();
        names.forEach(name -> folded.computeIfAbsent(name, NameOrder::of));
        List<String> sorted = new ArrayList<>(folded.keySet());
        sorted.sort(Comparator.comparing((String name) -> folded.getOrDefault(name, ""), NameOrder.LETTERS)
                .thenComparing(NameOrder.LETTERS));
        int[] begins = new int[sorted.size()];
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < begins.length; i++) {
            String name = sorted.get(i);
            boolean alike = i > 0 && folded.getOrDefault(name, "").equals(folded.getOrDefault(sorted.get(i - 1), ""));
            begins[i] = alike ? 0 : 1;
            places.put(name, i);
        }
        StringColumn.write(out, sorted);
        PackedInts.write(out, begins);
        return places;
    }

    int size() {
        return groups.length;
    }

    String get(int i) {
        return names.get(i);
    }

    /** As {@link NameOrder#of} gives it. */
    String folded(int i) {
        return folded.get(i, row -> NameOrder.of(names.get(row)));
    }

    /** The same number for names that fold alike, and a greater one for a name behind them. */
    int group(int i) {
        return groups[i];
    }

    int groups() {
        return groups.length == 0 ? 0 : groups[groups.length - 1] + 1;
    }
}
