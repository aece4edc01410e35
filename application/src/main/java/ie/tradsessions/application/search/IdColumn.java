package ie.tradsessions.application.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of different identifiers of the form of {@link ie.tradsessions.domain.Identifier}: 80 bits each, in 10
 * bytes. The order of the bytes is the order of the identifiers. Immutable.
 */
final class IdColumn {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LETTERS = 16;
    /** Of one identifier. */
    static final int BYTES = 10;

    private static final byte[] VALUES = values();

    private final byte[] bytes;
    private final int offset;
    private final int size;
    private final Lazy<Order> order = new Lazy<>(this::ordered);

    private IdColumn(byte[] bytes, int offset, int size) {
        this.bytes = bytes;
        this.offset = offset;
        this.size = size;
    }

    static IdColumn read(ByteReader in, int size) {
        return new IdColumn(in.array(), in.skip(Math.multiplyExact(size, BYTES)), size);
    }

    static void write(ByteWriter out, List<String> ids) {
        ids.forEach(id -> {
            out.fixed(half(id, 0), BYTES / 2);
            out.fixed(half(id, LETTERS / 2), BYTES / 2);
        });
    }

    int size() {
        return size;
    }

    String get(int i) {
        char[] letters = new char[LETTERS];
        spell(first(i), letters, 0);
        spell(second(i), letters, LETTERS / 2);
        return new String(letters);
    }

    int compare(int i, int j) {
        int byFirst = Long.compare(first(i), first(j));
        return byFirst != 0 ? byFirst : Long.compare(second(i), second(j));
    }

    /** Where an identifier stands, or -1 where it is not here. */
    int find(String id) {
        return size == 0 ? -1 : order.get().find(half(id, 0), half(id, LETTERS / 2));
    }

    /** How many of the {@link #sorted} identifiers are not behind one; 0 where none is given. */
    int placeAfter(@Nullable String id) {
        if (id == null) {
            return 0;
        }
        int[] sorted = sorted();
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(sorted[middle]).compareTo(id) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The place of each identifier in this column, in the order of the identifiers; not to be changed. */
    int[] sorted() {
        return order.get().sorted;
    }

    private long first(int i) {
        return read(offset + i * BYTES);
    }

    private long second(int i) {
        return read(offset + i * BYTES + BYTES / 2);
    }

    private long read(int at) {
        return (bytes[at] & 0xFFL) << 32
                | (bytes[at + 1] & 0xFFL) << 24
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 8
                | (bytes[at + 4] & 0xFF);
    }

    /** Eight letters as a number of 40 bits. */
    private static long half(String id, int from) {
        long value = 0;
        for (int i = from; i < from + LETTERS / 2; i++) {
            value = value << 5 | VALUES[id.charAt(i)];
        }
        return value;
    }

    private static void spell(long half, char[] letters, int from) {
        long rest = half;
        for (int i = from + LETTERS / 2 - 1; i >= from; i--) {
            letters[i] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= 5;
        }
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }

    /** Identifiers are random, so that those with the same highest bits are few: they are put in order among themselves. */
    private Order ordered() {
        int bits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(size), 1, 30);
        int shift = 40 - bits;
        IntLists buckets = IntLists.grouping(1 << bits, size, i -> (int) (first(i) >>> shift));
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = buckets.value(i);
        }
        for (int bucket = 0; bucket < 1 << bits; bucket++) {
            sort(sorted, buckets.start(bucket), buckets.end(bucket));
        }
        return new Order(sorted, buckets, shift);
    }

    private void sort(int[] some, int from, int to) {
        if (to - from > 32) {
            Integer[] many = new Integer[to - from];
            Arrays.setAll(many, i -> some[from + i]);
            Arrays.sort(many, this::compare);
            for (int i = from; i < to; i++) {
                some[i] = many[i - from];
            }
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int moving = some[i];
            int at = i;
            while (at > from && compare(some[at - 1], moving) > 0) {
                some[at] = some[at - 1];
                at--;
            }
            some[at] = moving;
        }
    }

    private final class Order {
        final int[] sorted;
        private final IntLists buckets;
        private final int shift;

        Order(int[] sorted, IntLists buckets, int shift) {
            this.sorted = sorted;
            this.buckets = buckets;
            this.shift = shift;
        }

        int find(long first, long second) {
            int bucket = (int) (first >>> shift);
            int low = buckets.start(bucket);
            int high = buckets.end(bucket) - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int at = sorted[middle];
                int comparison = Long.compare(first(at), first);
                if (comparison == 0) {
                    comparison = Long.compare(second(at), second);
                }
                if (comparison == 0) {
                    return at;
                }
                if (comparison < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return -1;
        }
    }
}
