package ie.tradsessions.application.search;

import ie.tradsessions.application.search.Section.Kind;
import ie.tradsessions.application.search.Section.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Sections as chunks, and back. The sections stand one behind another behind a list of them, most of them deflated, and
 * the whole is cut into chunks. Each chunk begins with a mark, the format, its number, how many there are, and the
 * checksum of all that and of what follows. A section is copied out of the chunks and inflated when it is first used.
 */
final class SnapshotCodec {
    private static final int MARK = 0x5452_5349;
    private static final int HEAD = 5 * Integer.BYTES;
    private static final int CHECKED = 4 * Integer.BYTES;
    private static final int MAX_PAYLOAD = Snapshots.MAX_CHUNK_BYTES - HEAD;

    private static final List<Table> TABLES = List.of(Table.values());
    private static final List<Kind> KINDS = List.of(Kind.values());

    private SnapshotCodec() {}

    static List<byte[]> write(Map<Section, byte[]> sections) {
        ByteWriter out = new ByteWriter();
        List<byte[]> bodies = new ArrayList<>();
        out.unsigned(sections.size());
        sections.forEach((section, bytes) -> {
            byte[] body = section.kind().isDense() ? bytes : Deflated.deflate(bytes);
            bodies.add(body);
            out.octet(TABLES.indexOf(section.table()));
            out.octet(KINDS.indexOf(section.kind()));
            out.unsigned(bytes.length);
            out.unsigned(body.length);
        });
        bodies.forEach(out::bytes);
        byte[] all = out.toByteArray();
        int count = (all.length + MAX_PAYLOAD - 1) / MAX_PAYLOAD;
        List<byte[]> chunks = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            int from = number * MAX_PAYLOAD;
            byte[] payload = Arrays.copyOfRange(all, from, Math.min(from + MAX_PAYLOAD, all.length));
            chunks.add(chunk(number, count, payload));
        }
        return chunks;
    }

    private static byte[] chunk(int number, int count, byte[] payload) {
        ByteWriter out = new ByteWriter();
        out.fixed(MARK, Integer.BYTES);
        out.fixed(Index.FORMAT, Integer.BYTES);
        out.fixed(number, Integer.BYTES);
        out.fixed(count, Integer.BYTES);
        out.fixed(0, Integer.BYTES);
        out.bytes(payload);
        byte[] chunk = out.toByteArray();
        writeChecksum(chunk);
        return chunk;
    }

    /** Puts the checksum of a chunk in its place. */
    static void writeChecksum(byte[] chunk) {
        long checksum = checksum(chunk);
        for (int i = 0; i < Integer.BYTES; i++) {
            chunk[CHECKED + i] = (byte) (checksum >>> (Byte.SIZE * (Integer.BYTES - 1 - i)));
        }
    }

    private static long checksum(byte[] chunk) {
        CRC32C checksum = new CRC32C();
        checksum.update(chunk, 0, CHECKED);
        checksum.update(chunk, HEAD, chunk.length - HEAD);
        return checksum.getValue();
    }

    /** @throws UnreadableSnapshot if these are not all chunks of one snapshot of this format, as they were written */
    static Sections read(List<byte[]> chunks) {
        try {
            for (int number = 0; number < chunks.size(); number++) {
                check(chunks.get(number), number, chunks.size());
            }
            return new Chunks(chunks).sections();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new UnreadableSnapshot("damaged chunks", e);
        }
    }

    private static void check(byte[] chunk, int number, int count) {
        ByteReader in = new ByteReader(chunk);
        if (in.fixed(Integer.BYTES) != MARK || in.fixed(Integer.BYTES) != Index.FORMAT) {
            throw new IndexOutOfBoundsException("a chunk of something else");
        }
        if (in.fixed(Integer.BYTES) != number || in.fixed(Integer.BYTES) != count) {
            throw new IndexOutOfBoundsException("another chunk than number " + number + " of " + count);
        }
        if (in.fixed(Integer.BYTES) != checksum(chunk)) {
            throw new IndexOutOfBoundsException("a chunk with another checksum");
        }
        if (number < count - 1 && chunk.length != HEAD + MAX_PAYLOAD) {
            throw new IndexOutOfBoundsException("a chunk that is not full before the last one");
        }
    }

    /** The payloads of chunks, of which all but the last are full. */
    private record Chunks(List<byte[]> chunks) {
        private record Listed(Section section, int length, int stored) {}

        Sections sections() {
            if (chunks.isEmpty()) {
                throw new IndexOutOfBoundsException("no chunks");
            }
            // The list of sections is short: it stands in the first chunk.
            ByteReader in = new ByteReader(chunks.getFirst(), HEAD, chunks.getFirst().length);
            List<Listed> listed = new ArrayList<>();
            for (int i = in.count(TABLES.size() * KINDS.size()); i > 0; i--) {
                Section section = new Section(TABLES.get(in.octet()), KINDS.get(in.octet()));
                listed.add(new Listed(section, in.count(Integer.MAX_VALUE), in.count(Integer.MAX_VALUE)));
            }
            Sections sections = new Sections();
            long from = (long) in.position() - HEAD;
            for (Listed each : listed) {
                long start = from;
                sections.put(each.section, each.length, () -> bytes(each, start));
                from += each.stored;
            }
            if (from != (long) (chunks.size() - 1) * MAX_PAYLOAD + chunks.getLast().length - HEAD) {
                throw new IndexOutOfBoundsException("sections of another length than the chunks");
            }
            return sections;
        }

        private byte[] bytes(Listed section, long from) {
            byte[] stored = new byte[section.stored];
            int copied = 0;
            while (copied < stored.length) {
                byte[] chunk = chunks.get((int) ((from + copied) / MAX_PAYLOAD));
                int at = HEAD + (int) ((from + copied) % MAX_PAYLOAD);
                int count = Math.min(stored.length - copied, chunk.length - at);
                System.arraycopy(chunk, at, stored, copied, count);
                copied += count;
            }
            return section.section.kind().isDense()
                    ? stored
                    : Deflated.inflate(stored, 0, stored.length, section.length);
        }
    }
}
