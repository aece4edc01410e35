package ie.tradsessions.application.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers and texts one after another, small numbers in few bytes. {@link ByteReader} reads them. */
final class ByteWriter {
    private byte[] bytes = new byte[64];
    private int size;

    int size() {
        return size;
    }

    /** The lowest eight bits. */
    void octet(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    /** Any number, taken as one of 64 bits without a sign: seven bits a byte, the lowest first. */
    void unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /** Any number; those near 0 take few bytes, whatever their sign. */
    void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /** The lowest {@code count} bytes of a number, the highest of them first. */
    void fixed(long value, int count) {
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        bytes(utf8);
    }

    void bytes(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** @param end the index behind the last of the bytes */
    void bytes(byte[] value, int from, int end) {
        reserve(end - from);
        System.arraycopy(value, from, bytes, size, end - from);
        size += end - from;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int count) {
        int needed = Math.addExact(size, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }
}
