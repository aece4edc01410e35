package ie.tradsessions.application.search;

import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link ByteWriter} wrote. Every method throws {@link IndexOutOfBoundsException} where the bytes end too
 * early, before it reserves memory for what they promise.
 */
final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** @param end the index behind the last byte that may be read */
    ByteReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** The index in the array of the byte that comes next. */
    int position() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    int octet() {
        if (at >= end) {
            throw new IndexOutOfBoundsException("the bytes end at " + end);
        }
        return bytes[at++] & 0xFF;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = octet();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException("a number of more than 64 bits");
    }

    /** An unsigned number that stands for a count, an ordinal or the like: 0 to {@code max}. */
    int count(int max) {
        long value = unsigned();
        if (value < 0 || value > max) {
            throw new IndexOutOfBoundsException("at most " + max + ", not " + value);
        }
        return (int) value;
    }

    long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    long fixed(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    String text() {
        int length = count(remaining());
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    /** Goes past some bytes and answers where they begin in the {@link #array}. */
    int skip(int count) {
        if (count < 0 || count > remaining()) {
            throw new IndexOutOfBoundsException(count + " bytes of " + remaining());
        }
        int start = at;
        at += count;
        return start;
    }

    /** All bytes, those outside the limits of this reader too; not to be changed. */
    byte[] array() {
        return bytes;
    }
}
