package ie.tradsessions.application.search;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows among which all that match a query must be. */
final class Candidates {
    private final long count;
    private final @Nullable BitSet ready;
    private final Consumer<BitSet> addTo;

    private Candidates(long count, @Nullable BitSet ready, Consumer<BitSet> addTo) {
        this.count = count;
        this.ready = ready;
        this.addTo = addTo;
    }

    /** Rows that are known; the bits are not changed. */
    static Candidates ready(BitSet rows) {
        return new Candidates(rows.cardinality(), rows, bits -> bits.or(rows));
    }

    /**
     * Rows that still have to be looked up.
     *
     * @param count about how many they are
     * @param addTo sets their bits
     */
    static Candidates of(long count, Consumer<BitSet> addTo) {
        return new Candidates(count, null, addTo);
    }

    /** Those of several together. */
    static Candidates anyOf(List<Candidates> several) {
        return several.size() == 1
                ? several.getFirst()
                : of(
                        several.stream().mapToLong(Candidates::count).sum(),
                        bits -> several.forEach(some -> some.addTo(bits)));
    }

    long count() {
        return count;
    }

    boolean isReady() {
        return ready != null;
    }

    /** Not to be changed. */
    BitSet rows() {
        if (ready != null) {
            return ready;
        }
        BitSet rows = new BitSet();
        addTo(rows);
        return rows;
    }

    void addTo(BitSet rows) {
        addTo.accept(rows);
    }
}
