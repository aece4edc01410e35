package ie.tradsessions.adapters.dynamodb.card;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link ByteWriter} wrote. */
final class ByteReader {
    private final ByteBuffer bytes;

    private ByteReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /**
     * @param version the only version of the format that is known, which is the first byte
     * @throws UnreadableBytes if the bytes are of another version, or are not what {@code read} expects, to the last
     */
    static <T> T read(String what, byte[] bytes, int version, Function<ByteReader, T> read) {
        if (bytes.length == 0) {
            throw new UnreadableBytes(what + ": no bytes");
        }
        if (bytes[0] != version) {
            throw new UnreadableBytes(
                    what + ": written in version " + (bytes[0] & 0xFF) + "; this program reads version " + version);
        }
        ByteReader reader = new ByteReader(bytes);
        reader.octet();
        T value;
        try {
            value = read.apply(reader);
        } catch (BufferUnderflowException e) {
            throw new UnreadableBytes(what + ": ends in the middle, after " + bytes.length + " bytes", e);
        } catch (UnreadableBytes e) {
            throw new UnreadableBytes(what + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new UnreadableBytes(what + ": holds what the domain refuses: " + e.getMessage(), e);
        }
        if (reader.bytes.hasRemaining()) {
            throw new UnreadableBytes(what + ": " + reader.bytes.remaining() + " bytes too many");
        }
        return value;
    }

    int octet() {
        return bytes.get() & 0xFF;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = octet();
            value |= (octet & 0x7FL) << shift;
            if ((octet & 0x80) == 0) {
                return value;
            }
        }
        throw new UnreadableBytes("a number of more than 64 bits");
    }

    /** A number that counts what follows. */
    int count() {
        long count = number();
        // Each of them takes a byte at least; so damaged bytes cannot ask for all memory.
        if (count < 0 || count > bytes.remaining()) {
            throw new UnreadableBytes(count + " parts in " + bytes.remaining() + " bytes");
        }
        return (int) count;
    }

    int smallNumber() {
        return Math.toIntExact(number());
    }

    long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    int fixedInt() {
        return bytes.getInt();
    }

    double fixedDouble() {
        return bytes.getDouble();
    }

    String text() {
        return decoded(count());
    }

    @Nullable
    String optionalText() {
        long length = number();
        if (length == 0) {
            return null;
        }
        if (length < 0 || length - 1 > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        return decoded((int) length - 1);
    }

    private String decoded(int length) {
        try {
            ByteBuffer encoded = bytes.slice(bytes.position(), length);
            bytes.position(bytes.position() + length);
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableBytes("text that is not UTF-8", e);
        }
    }

    String identifier() {
        return Identifiers.letters(fortyBits()) + Identifiers.letters(fortyBits());
    }

    private long fortyBits() {
        return (long) octet() << 32 | Integer.toUnsignedLong(bytes.getInt());
    }

    LocalDate date() {
        return LocalDate.ofEpochDay(Math.addExact(signed(), ByteWriter.DAY_ZERO.toEpochDay()));
    }

    LocalTime time() {
        int minutes = smallNumber();
        return LocalTime.of(minutes / 60, minutes % 60);
    }

    Instant instant() {
        long coded = signed();
        long seconds = (coded >> 1) + ByteWriter.DAY_ZERO.toEpochDay() * 86_400;
        return Instant.ofEpochSecond(seconds, (coded & 1) == 0 ? 0 : smallNumber());
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Constants.numbered(type, octet());
    }

    <E extends Enum<E>> Set<E> constants(Class<E> type) {
        return Constants.of(type, number());
    }
}
