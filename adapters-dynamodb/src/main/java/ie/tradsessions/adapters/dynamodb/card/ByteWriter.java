package ie.tradsessions.adapters.dynamodb.card;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes values one after the other; {@link ByteReader} reads them in the same order. */
final class ByteWriter {
    /** Dates are counted from here, so that those of our time take two bytes. */
    static final LocalDate DAY_ZERO = LocalDate.of(2024, 1, 1);

    /** Degrees with seven places, which is what maps give, are whole numbers of this unit. */
    static final double PER_DEGREE = 1e7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    void octet(int value) {
        bytes.write(value);
    }

    /** Seven bits to a byte, the lowest first; the eighth says that more follow. Negative numbers take ten bytes. */
    void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /** A number that may as well be below zero as above: 0, -1, 1, -2, 2, … */
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    void fixed(int value) {
        fixed(value, Integer.BYTES);
    }

    void fixed(double value) {
        fixed(Double.doubleToLongBits(value), Double.BYTES);
    }

    private void fixed(long value, int size) {
        for (int i = size - 1; i >= 0; i--) {
            bytes.write((int) (value >>> (8 * i)));
        }
    }

    void text(String value) {
        byte[] encoded = encoded(value);
        number(encoded.length);
        bytes.writeBytes(encoded);
    }

    /** One more than the length comes first; 0 is null. */
    void optionalText(@Nullable String value) {
        if (value == null) {
            octet(0);
            return;
        }
        byte[] encoded = encoded(value);
        number(encoded.length + 1L);
        bytes.writeBytes(encoded);
    }

    private static byte[] encoded(String value) {
        try {
            // Unlike String.getBytes, this refuses half a surrogate pair instead of storing a question mark.
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            byte[] all = new byte[encoded.remaining()];
            encoded.get(all);
            return all;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not text: " + value, e);
        }
    }

    /** An identifier's sixteen letters are sixteen times five bits. */
    void identifier(String value) {
        long high = Long.parseUnsignedLong(Identifiers.toDigits(value.substring(0, 8)), 32);
        long low = Long.parseUnsignedLong(Identifiers.toDigits(value.substring(8)), 32);
        fixed(high, 5);
        fixed(low, 5);
    }

    void date(LocalDate date) {
        signed(date.toEpochDay() - DAY_ZERO.toEpochDay());
    }

    /** To the minute. */
    void time(LocalTime time) {
        number(time.getHour() * 60L + time.getMinute());
    }

    /** Seconds; the lowest bit says that nanoseconds follow. */
    void instant(Instant instant) {
        long seconds = instant.getEpochSecond() - DAY_ZERO.toEpochDay() * 86_400;
        int nanos = instant.get(ChronoField.NANO_OF_SECOND);
        signed(seconds * 2 + (nanos == 0 ? 0 : 1));
        if (nanos != 0) {
            number(nanos);
        }
    }

    void constant(Enum<?> constant) {
        octet(Constants.numberOf(constant));
    }

    <E extends Enum<E>> void constants(Set<E> some) {
        number(Constants.bitsOf(some));
    }
}
