package ie.tradsessions.application.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** Finds the first places of an order whose rows match, in the way that promises to cost least. */
final class Scan {
    /** So many times shorter a walk must promise to be than going through candidates, since it may turn out longer. */
    private static final int WORTH_A_WALK = 4;

    private final RowOrder order;
    private final int from;
    private final int limit;
    private final IntPredicate matches;
    private int[] found = new int[16];
    private int count;

    /**
     * @param from the first place that may be answered
     * @param limit how many places are answered at most
     */
    Scan(RowOrder order, int from, int limit, IntPredicate matches) {
        this.order = order;
        this.from = from;
        this.limit = limit;
        this.matches = matches;
    }

    /**
     * The first places whose rows match.
     *
     * @param candidates for each condition that few rows may meet, those that do, and perhaps others
     * @return places in order
     */
    int[] first(List<Candidates> candidates) {
        Candidates fewest = null;
        double expectedSteps = limit;
        for (Candidates some : candidates) {
            fewest = fewest == null || some.count() < fewest.count() ? some : fewest;
            expectedSteps *= order.size() / Math.max(1.0, (double) some.count());
        }
        if (fewest == null) {
            walk(order.size());
        } else if (fewest.isReady() && order.isOfTable()) {
            walkThrough(fewest.rows());
        } else if (WORTH_A_WALK * expectedSteps > fewest.count() || !walk(fewest.count())) {
            // Conditions may go together, so that a walk takes longer than expected: then it is given up.
            count = 0;
            if (order.isOfTable()) {
                walkThrough(fewest.rows());
            } else {
                pickFrom(fewest.rows());
            }
        }
        return Arrays.copyOf(found, Math.min(count, limit));
    }

    /**
     * Goes through the order until it has found enough.
     *
     * @return false if it has looked at so many places and there may be more
     */
    private boolean walk(long steps) {
        long end = Math.min(order.size(), from + steps);
        for (int place = from; place < end && count < limit; place++) {
            int row = order.row(place);
            if (row != RowOrder.NO_ROW && matches.test(row)) {
                add(place);
            }
        }
        return count == limit || end == order.size();
    }

    /** Goes through some rows of an order in which they stand as in the table, until it has found enough. */
    private void walkThrough(BitSet rows) {
        for (int row = rows.nextSetBit(from); row >= 0 && count < limit; row = rows.nextSetBit(row + 1)) {
            if (matches.test(row)) {
                add(row);
            }
        }
    }

    /** Goes through all of some rows and puts the places of those that match in order. */
    private void pickFrom(BitSet rows) {
        int last = Integer.MAX_VALUE;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int place = order.place(row);
            if (place >= from && place < last && matches.test(row)) {
                add(place);
                if (count >= 2L * limit) {
                    Arrays.sort(found, 0, count);
                    count = limit;
                    last = found[count - 1];
                }
            }
        }
        Arrays.sort(found, 0, count);
    }

    private void add(int value) {
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = value;
    }
}
