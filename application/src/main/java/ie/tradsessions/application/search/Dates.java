package ie.tradsessions.application.search;

import java.time.Instant;
import java.time.LocalDate;

/** Dates and moments as bytes, and back; those of our years take the fewest. */
final class Dates {
    /** 4 October 2024, as days of the epoch. */
    private static final long OUR_DAYS = 20_000;

    private static final long SECONDS_OF_DAY = 86_400;

    private Dates() {}

    static void write(ByteWriter out, LocalDate date) {
        out.signed(date.toEpochDay() - OUR_DAYS);
    }

    static LocalDate read(ByteReader in) {
        return LocalDate.ofEpochDay(in.signed() + OUR_DAYS);
    }

    static void write(ByteWriter out, Instant instant) {
        out.signed(instant.getEpochSecond() - OUR_DAYS * SECONDS_OF_DAY);
        out.unsigned(instant.getNano());
    }

    static Instant readInstant(ByteReader in) {
        long second = in.signed() + OUR_DAYS * SECONDS_OF_DAY;
        return Instant.ofEpochSecond(second, in.count(999_999_999));
    }
}
