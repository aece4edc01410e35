package ie.tradsessions.application.search;

import org.jspecify.annotations.Nullable;

/** An order of all rows of a table. Places count from 0 on; there may be some at which no row stands. */
interface RowOrder {
    int NO_ROW = -1;

    /** How many places there are. */
    int size();

    /** The row at a place, or {@link #NO_ROW}. */
    int row(int place);

    int place(int row);

    /** The key of a place; those of later places are greater. */
    SortKey key(int place);

    /** Whether each row stands at the place of its own number. */
    default boolean isOfTable() {
        return false;
    }

    /** The first place behind a key, whether a row has this key or not; 0 where none is given. */
    default int placeAfter(@Nullable SortKey key) {
        if (key == null) {
            return 0;
        }
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle).compareTo(key) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
