package ie.tradsessions.application.search;

import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Timetable;
import java.util.List;

/** What filters look at of a table's sessions. Immutable. */
final class SessionColumns {
    /** Each of the weekdays has a night, always. */
    private static final int EVERY_WEEK = 1;

    /** There may be a night on any day. */
    private static final int ANY_DAY = 2;

    private static final int NEVER = 0;
    private static final int UNKNOWN = 1;
    private static final int ALWAYS = 2;
    private static final int FIRST_DAY = 3;

    /**
     * A row as it is written.
     *
     * @param host the row of the venue
     * @param ownName the place of the session's own name in the hosts' table of names, or -1
     * @param etiquette as in {@link EtiquetteBits}
     * @param endDay as in {@link EndDay}
     */
    record Row(int host, int ownName, int etiquette, Timetable timetable, int endDay) {}

    private final PackedInts hosts;
    private final PackedInts ownNames;
    private final PackedInts etiquettes;
    private final PackedInts weekdays;
    private final PackedInts flags;
    private final PackedInts endDays;
    private final int firstEndDay;

    private SessionColumns(ByteReader in, int rows) {
        hosts = PackedInts.read(in, rows);
        ownNames = PackedInts.read(in, rows);
        etiquettes = PackedInts.read(in, rows);
        weekdays = PackedInts.read(in, rows);
        flags = PackedInts.read(in, rows);
        endDays = PackedInts.read(in, rows);
        firstEndDay = (int) in.signed();
    }

    static SessionColumns read(ByteReader in, int rows) {
        return new SessionColumns(in, rows);
    }

    static void write(ByteWriter out, List<Row> rows) {
        int firstEndDay = rows.stream()
                .mapToInt(Row::endDay)
                .filter(day -> day != EndDay.NEVER && day != EndDay.UNKNOWN && day != EndDay.ALWAYS)
                .min()
                .orElse(0);
        PackedInts.write(out, rows.stream().mapToInt(Row::host).toArray());
        PackedInts.write(out, rows.stream().mapToInt(row -> row.ownName + 1).toArray());
        PackedInts.write(out, rows.stream().mapToInt(Row::etiquette).toArray());
        PackedInts.write(
                out,
                rows.stream()
                        .mapToInt(row -> Weekdays.bits(
                                row.timetable.schedule().recurrence().weekdays()))
                        .toArray());
        PackedInts.write(
                out, rows.stream().mapToInt(row -> flags(row.timetable)).toArray());
        PackedInts.write(
                out,
                rows.stream()
                        .mapToInt(row -> switch (row.endDay) {
                            case EndDay.NEVER -> NEVER;
                            case EndDay.UNKNOWN -> UNKNOWN;
                            case EndDay.ALWAYS -> ALWAYS;
                            default -> row.endDay - firstEndDay + FIRST_DAY;
                        })
                        .toArray());
        out.signed(firstEndDay);
    }

    private static int flags(Timetable timetable) {
        Recurrence recurrence = timetable.schedule().recurrence();
        boolean everyWeek = recurrence instanceof Recurrence.Weekly
                && timetable.schedule().season() == null
                && timetable.endedOn() == null;
        return (everyWeek ? EVERY_WEEK : 0) | (recurrence instanceof Recurrence.Irregular ? ANY_DAY : 0);
    }

    int host(int row) {
        return hosts.get(row);
    }

    /** The place of the session's own name in the hosts' table of names, or -1 where it goes by the venue's. */
    int ownName(int row) {
        return ownNames.get(row) - 1;
    }

    /** As in {@link EtiquetteBits}. */
    int etiquette(int row) {
        return etiquettes.get(row);
    }

    /** As in {@link Weekdays}. */
    int weekdays(int row) {
        return weekdays.get(row);
    }

    boolean everyWeek(int row) {
        return (flags.get(row) & EVERY_WEEK) != 0;
    }

    boolean anyDay(int row) {
        return (flags.get(row) & ANY_DAY) != 0;
    }

    /** As in {@link EndDay}. */
    int endDay(int row) {
        int day = endDays.get(row);
        return switch (day) {
            case NEVER -> EndDay.NEVER;
            case UNKNOWN -> EndDay.UNKNOWN;
            case ALWAYS -> EndDay.ALWAYS;
            default -> day - FIRST_DAY + firstEndDay;
        };
    }
}
