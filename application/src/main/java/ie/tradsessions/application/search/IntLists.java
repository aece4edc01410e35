package ie.tradsessions.application.search;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** For each of a range of numbers from 0 on, a list of numbers; all lists stand one behind another in one array. Immutable. */
final class IntLists {
    private final int[] offsets;
    private final int[] values;

    private IntLists(int[] offsets, int[] values) {
        this.offsets = offsets;
        this.values = values;
    }

    /** The rows of each group, in their order. */
    static IntLists grouping(int groups, int rows, IntUnaryOperator groupOf) {
        int[] offsets = new int[groups + 1];
        for (int row = 0; row < rows; row++) {
            offsets[groupOf.applyAsInt(row) + 1]++;
        }
        accumulate(offsets);
        int[] next = offsets.clone();
        int[] values = new int[rows];
        for (int row = 0; row < rows; row++) {
            values[next[groupOf.applyAsInt(row)]++] = row;
        }
        return new IntLists(offsets, values);
    }

    /** Lists of numbers that grow within each list and are less than {@code bound}. */
    static IntLists read(ByteReader in, int lists, int bound) {
        PackedInts lengths = PackedInts.read(in, lists);
        int[] offsets = new int[lists + 1];
        long total = 0;
        for (int i = 0; i < lists; i++) {
            total += Integer.toUnsignedLong(lengths.get(i));
            if (total > in.remaining()) {
                throw new IndexOutOfBoundsException("lists of more numbers than there are");
            }
            offsets[i + 1] = (int) total;
        }
        PackedInts stored = PackedInts.read(in, (int) total);
        int[] values = new int[(int) total];
        for (int i = 0; i < values.length; i++) {
            values[i] = stored.get(i);
            if (values[i] < 0 || values[i] >= bound) {
                throw new IndexOutOfBoundsException("a number that is not in the list's range");
            }
        }
        return new IntLists(offsets, values);
    }

    static void write(ByteWriter out, int[][] lists) {
        int total = 0;
        int[] lengths = new int[lists.length];
        for (int i = 0; i < lists.length; i++) {
            lengths[i] = lists[i].length;
            total += lengths[i];
        }
        int[] values = new int[total];
        int at = 0;
        for (int[] list : lists) {
            System.arraycopy(list, 0, values, at, list.length);
            at += list.length;
        }
        PackedInts.write(out, lengths);
        PackedInts.write(out, values);
    }

    /** For each number less than {@code bound}, which lists hold it. */
    IntLists inverted(int bound) {
        int[] starts = new int[bound + 1];
        for (int value : values) {
            starts[value + 1]++;
        }
        accumulate(starts);
        int[] next = starts.clone();
        int[] lists = new int[values.length];
        for (int list = 0; list < offsets.length - 1; list++) {
            for (int i = offsets[list]; i < offsets[list + 1]; i++) {
                lists[next[values[i]]++] = list;
            }
        }
        return new IntLists(starts, lists);
    }

    /** The same lists with another number for each number. */
    IntLists mapped(IntUnaryOperator change) {
        int[] changed = new int[values.length];
        Arrays.setAll(changed, i -> change.applyAsInt(values[i]));
        return new IntLists(offsets, changed);
    }

    private static void accumulate(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }

    /** The index of the first value of a list; its last one stands before the {@code start} of the next list. */
    int start(int list) {
        return offsets[list];
    }

    int end(int list) {
        return offsets[list + 1];
    }

    int value(int index) {
        return values[index];
    }

    /** Whether a list, whose numbers grow, holds a number from {@code from} to below {@code to}. */
    boolean holdsAny(int list, int from, int to) {
        for (int i = offsets[list]; i < offsets[list + 1]; i++) {
            if (values[i] >= from) {
                return values[i] < to;
            }
        }
        return false;
    }
}
