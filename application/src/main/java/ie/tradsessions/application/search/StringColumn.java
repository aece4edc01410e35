package ie.tradsessions.application.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A column of texts in UTF-8, made into strings only when asked for. Immutable. */
final class StringColumn {
    private final byte[] bytes;
    /** Where each text begins, and where the last one ends. */
    private final int[] offsets;

    private StringColumn(byte[] bytes, int[] offsets) {
        this.bytes = bytes;
        this.offsets = offsets;
    }

    static StringColumn read(ByteReader in) {
        int size = in.count(in.remaining());
        PackedInts lengths = PackedInts.read(in, size);
        int[] offsets = new int[size + 1];
        long total = 0;
        for (int i = 0; i < size; i++) {
            offsets[i] = (int) total;
            total += Integer.toUnsignedLong(lengths.get(i));
            if (total > in.remaining()) {
                throw new IndexOutOfBoundsException("texts of more bytes than there are");
            }
        }
        offsets[size] = (int) total;
        int start = in.skip((int) total);
        for (int i = 0; i <= size; i++) {
            offsets[i] += start;
        }
        return new StringColumn(in.array(), offsets);
    }

    static void write(ByteWriter out, List<String> texts) {
        byte[][] encoded = new byte[texts.size()][];
        int[] lengths = new int[texts.size()];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = texts.get(i).getBytes(StandardCharsets.UTF_8);
            lengths[i] = encoded[i].length;
        }
        out.unsigned(encoded.length);
        PackedInts.write(out, lengths);
        for (byte[] text : encoded) {
            out.bytes(text);
        }
    }

    int size() {
        return offsets.length - 1;
    }

    String get(int i) {
        return new String(bytes, offsets[i], offsets[i + 1] - offsets[i], StandardCharsets.UTF_8);
    }

    /** Where a text stands before, at or behind others, by the numbers that Unicode gives letters. */
    int compare(int i, byte[] utf8) {
        return Arrays.compareUnsigned(bytes, offsets[i], offsets[i + 1], utf8, 0, utf8.length);
    }

    boolean startsWith(int i, byte[] utf8) {
        int length = Math.min(offsets[i + 1] - offsets[i], utf8.length);
        return length == utf8.length && Arrays.equals(bytes, offsets[i], offsets[i] + length, utf8, 0, length);
    }
}
