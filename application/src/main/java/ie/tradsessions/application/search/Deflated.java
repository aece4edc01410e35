package ie.tradsessions.application.search;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes made fewer, by the JDK's own means, without a header. */
final class Deflated {
    /** No bytes inflate to more than so many times their number. */
    private static final int MAX_RATIO = 1_040;

    private Deflated() {}

    static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8_192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * @param length how many bytes come of it
     * @throws UnreadableSnapshot if others come of it
     */
    static byte[] inflate(byte[] bytes, int offset, int count, int length) {
        if (length > (long) count * MAX_RATIO) {
            throw new UnreadableSnapshot("a length that cannot be", new DataFormatException());
        }
        byte[] inflated = new byte[length];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, offset, count);
            int filled = 0;
            int more = -1;
            while (filled < length && more != 0) {
                more = inflater.inflate(inflated, filled, length - filled);
                filled += more;
            }
            if (filled < length) {
                throw new DataFormatException(filled + " bytes instead of " + length);
            }
            return inflated;
        } catch (DataFormatException e) {
            throw new UnreadableSnapshot("bytes that do not inflate", e);
        } finally {
            inflater.end();
        }
    }
}
