package ie.tradsessions.application.search;

/**
 * A column of numbers, each 0 or more, in as many bytes as its greatest number needs. The lowest bytes of all numbers
 * stand together, then the next higher ones, because that deflates well. It reads from the bytes in which it is stored;
 * nothing is copied. Immutable.
 */
final class PackedInts {
    private final byte[] bytes;
    private final int offset;
    private final int size;
    private final int width;

    private PackedInts(byte[] bytes, int offset, int size, int width) {
        this.bytes = bytes;
        this.offset = offset;
        this.size = size;
        this.width = width;
    }

    /** The column that stands next, with as many numbers as it is known to have. */
    static PackedInts read(ByteReader in, int size) {
        int width = in.count(4);
        int offset = in.skip(Math.multiplyExact(size, width));
        return new PackedInts(in.array(), offset, size, width);
    }

    static void write(ByteWriter out, int[] values) {
        int all = 0;
        for (int value : values) {
            all |= value;
        }
        int width = (Integer.SIZE - Integer.numberOfLeadingZeros(all) + 7) / 8;
        out.octet(width);
        for (int plane = 0; plane < width; plane++) {
            for (int value : values) {
                out.octet(value >>> (8 * plane));
            }
        }
    }

    int get(int i) {
        int at = offset + i;
        return switch (width) {
            case 0 -> 0;
            case 1 -> bytes[at] & 0xFF;
            case 2 -> (bytes[at] & 0xFF) | (bytes[at + size] & 0xFF) << 8;
            default -> wide(at);
        };
    }

    private int wide(int at) {
        int value = 0;
        for (int plane = 0; plane < width; plane++) {
            value |= (bytes[at + plane * size] & 0xFF) << (8 * plane);
        }
        return value;
    }

    int size() {
        return size;
    }
}
