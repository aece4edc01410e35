package ie.tradsessions.application.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** The folded words of a table's rows, and which rows have them. Immutable. */
final class TermTable {
    /** No byte of a text in UTF-8 is as great. */
    private static final byte BEHIND_ALL = (byte) 0xFF;

    /** The terms that begin with a word: those from one place in their order to before another. */
    record Range(int from, int to) {
        boolean isEmpty() {
            return from >= to;
        }
    }

    private final StringColumn terms;
    private final IntLists ofRows;
    private final Lazy<IntLists> rows;

    private TermTable(StringColumn terms, IntLists ofRows) {
        this.terms = terms;
        this.ofRows = ofRows;
        rows = new Lazy<>(() -> ofRows.inverted(terms.size()));
    }

    static TermTable read(byte[] bytes, int rows) {
        ByteReader in = new ByteReader(bytes);
        StringColumn terms = StringColumn.read(in);
        return new TermTable(terms, IntLists.read(in, rows, terms.size()));
    }

    /**
     * @param others terms that no row of the table has, but that are to have a place in the order too
     * @return the place of each term
     */
    static Map<String, Integer> write(ByteWriter out, List<Collection<String>> rows, Collection<String> others) {
        TreeSet<String> sorted = new TreeSet<>(NameOrder.LETTERS);
        rows.forEach(sorted::addAll);
        sorted.addAll(others);
        Map<String, Integer> places = new HashMap<>();
        sorted.forEach(term -> places.put(term, places.size()));
        StringColumn.write(out, List.copyOf(sorted));
        IntLists.write(out, rows.stream().map(terms -> places(terms, places)).toArray(int[][]::new));
        return places;
    }

    /** The places of some terms, in order. */
    static int[] places(Collection<String> terms, Map<String, Integer> places) {
        int[] those = terms.stream()
                .mapToInt(term -> places.getOrDefault(term, -1))
                .distinct()
                .toArray();
        Arrays.sort(those);
        return those;
    }

    int size() {
        return terms.size();
    }

    Range beginningWith(String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        byte[] behind = Arrays.copyOf(utf8, utf8.length + 1);
        behind[utf8.length] = BEHIND_ALL;
        return new Range(lowerBound(utf8), lowerBound(behind));
    }

    private int lowerBound(byte[] utf8) {
        int low = 0;
        int high = terms.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (terms.compare(middle, utf8) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean has(int row, Range range) {
        return ofRows.holdsAny(row, range.from, range.to);
    }

    /** How many rows have terms in a range; a row with several of them counts as often. */
    int count(Range range) {
        return range.isEmpty() ? 0 : rows.get().end(range.to - 1) - rows.get().start(range.from);
    }

    /** The rows that have terms in a range; a row with several of them comes as often. */
    void eachRow(Range range, IntConsumer row) {
        if (!range.isEmpty()) {
            IntLists those = rows.get();
            for (int i = those.start(range.from); i < those.end(range.to - 1); i++) {
                row.accept(those.value(i));
            }
        }
    }
}
