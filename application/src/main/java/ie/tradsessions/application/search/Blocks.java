package ie.tradsessions.application.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of records of any length, deflated some at a time and inflated when one of them is asked for. Thread-safe:
 * threads that meet at one block only inflate it twice.
 */
final class Blocks {
    private final byte[] bytes;
    private final int perBlock;
    private final int[] offsets;
    private final int[] lengths;
    private final RowCache<byte[]> kept;

    private Blocks(byte[] bytes, int perBlock, int[] offsets, int[] lengths, int kept) {
        this.bytes = bytes;
        this.perBlock = perBlock;
        this.offsets = offsets;
        this.lengths = lengths;
        this.kept = new RowCache<>(kept);
    }

    /** @param maxKept how many inflated blocks are kept at most */
    static Blocks read(byte[] bytes, int maxKept) {
        ByteReader in = new ByteReader(bytes);
        int perBlock = in.count(Integer.MAX_VALUE);
        int blocks = in.count(in.remaining());
        int[] offsets = new int[blocks + 1];
        int[] lengths = new int[blocks];
        long total = 0;
        for (int i = 0; i < blocks; i++) {
            offsets[i] = (int) total;
            total += in.count(in.remaining());
            if (total > in.remaining()) {
                throw new IndexOutOfBoundsException("blocks of more bytes than there are");
            }
            lengths[i] = in.count(Integer.MAX_VALUE);
        }
        offsets[blocks] = (int) total;
        int start = in.skip((int) total);
        for (int i = 0; i <= blocks; i++) {
            offsets[i] += start;
        }
        return new Blocks(bytes, perBlock, offsets, lengths, Math.clamp(blocks, 1, maxKept));
    }

    static byte[] write(List<byte[]> records, int perBlock) {
        List<byte[]> deflated = new ArrayList<>();
        ByteWriter out = new ByteWriter();
        out.unsigned(perBlock);
        out.unsigned((records.size() + perBlock - 1) / perBlock);
        for (int from = 0; from < records.size(); from += perBlock) {
            ByteWriter block = new ByteWriter();
            List<byte[]> those = records.subList(from, Math.min(from + perBlock, records.size()));
            those.forEach(record -> block.unsigned(record.length));
            those.forEach(block::bytes);
            byte[] raw = block.toByteArray();
            byte[] packed = Deflated.deflate(raw);
            deflated.add(packed);
            out.unsigned(packed.length);
            out.unsigned(raw.length);
        }
        deflated.forEach(out::bytes);
        return out.toByteArray();
    }

    int count() {
        return lengths.length;
    }

    /** The inflated bytes of a block; not to be changed. */
    byte[] block(int block) {
        return kept.get(block, i -> Deflated.inflate(bytes, offsets[i], offsets[i + 1] - offsets[i], lengths[i]));
    }

    /** The record at a place in the column. */
    ByteReader get(int i) {
        byte[] block = block(i / perBlock);
        ByteReader in = new ByteReader(block);
        int within = i % perBlock;
        long before = 0;
        int length = 0;
        int records = 0;
        long total = 0;
        while (in.remaining() > total) {
            int next = in.count(in.remaining());
            if (records == within) {
                before = total;
                length = next;
            }
            total += next;
            records++;
        }
        if (within >= records || total != in.remaining()) {
            throw new IndexOutOfBoundsException("a block without the record");
        }
        int start = in.position() + (int) before;
        return new ByteReader(block, start, start + length);
    }
}
