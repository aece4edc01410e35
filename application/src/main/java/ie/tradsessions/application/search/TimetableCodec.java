package ie.tradsessions.application.search;

import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A timetable as bytes, and back. */
final class TimetableCodec {
    private static final int WEEKLY = 0;
    private static final int EVERY_N_WEEKS = 1;
    private static final int NTH_WEEKDAY_OF_MONTH = 2;
    private static final int DATES = 3;
    private static final int IRREGULAR = 4;
    private static final int KIND = 7;

    /** Beside the kind of recurrence: what is told. */
    private static final int HAS_END = 8;

    private static final int HAS_SEASON = 16;
    private static final int HAS_CHANGES = 32;
    private static final int HAS_ENDED = 64;

    private static final int SCHEDULED = 0;
    private static final int CANCELLED = 1;
    private static final int MOVED = 2;
    private static final int HAS_NOTE = 4;
    private static final int HAS_VENUE = 8;
    private static final int HAS_TIME = 16;

    private static final List<Ordinal> ORDINALS = List.of(Ordinal.values());
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int MAX_COUNT = 1_000;

    private TimetableCodec() {}

    static void write(ByteWriter out, Timetable timetable) {
        Schedule schedule = timetable.schedule();
        LocalTime end = schedule.end();
        Season season = schedule.season();
        LocalDate endedOn = timetable.endedOn();
        out.octet(kind(schedule.recurrence())
                | (end == null ? 0 : HAS_END)
                | (season == null ? 0 : HAS_SEASON)
                | (timetable.changes().isEmpty() ? 0 : HAS_CHANGES)
                | (endedOn == null ? 0 : HAS_ENDED));
        write(out, schedule.recurrence());
        write(out, schedule.start());
        if (end != null) {
            write(out, end);
        }
        if (season != null) {
            out.octet(season.from().getValue() << 4 | season.to().getValue());
        }
        if (!timetable.changes().isEmpty()) {
            out.unsigned(timetable.changes().size());
            timetable.changes().forEach((date, status) -> {
                Dates.write(out, date);
                write(out, status);
            });
        }
        if (endedOn != null) {
            Dates.write(out, endedOn);
        }
    }

    static Timetable read(ByteReader in) {
        int head = in.octet();
        Recurrence recurrence = recurrence(in, head & KIND);
        LocalTime start = time(in);
        LocalTime end = (head & HAS_END) == 0 ? null : time(in);
        Season season = (head & HAS_SEASON) == 0 ? null : season(in.octet());
        NavigableMap<LocalDate, OccurrenceStatus> changes = Collections.emptyNavigableMap();
        if ((head & HAS_CHANGES) != 0) {
            changes = new TreeMap<>();
            for (int i = in.count(MAX_COUNT); i > 0; i--) {
                changes.put(Dates.read(in), status(in));
            }
        }
        LocalDate endedOn = (head & HAS_ENDED) == 0 ? null : Dates.read(in);
        return new Timetable(new Schedule(recurrence, start, end, season), changes, endedOn);
    }

    private static int kind(Recurrence recurrence) {
        return switch (recurrence) {
            case Recurrence.Weekly weekly -> WEEKLY;
            case Recurrence.EveryNWeeks everyNWeeks -> EVERY_N_WEEKS;
            case Recurrence.NthWeekdayOfMonth nth -> NTH_WEEKDAY_OF_MONTH;
            case Recurrence.Dates dates -> DATES;
            case Recurrence.Irregular irregular -> IRREGULAR;
        };
    }

    private static void write(ByteWriter out, Recurrence recurrence) {
        switch (recurrence) {
            case Recurrence.Weekly(var days) -> out.octet(Weekdays.bits(days));
            case Recurrence.EveryNWeeks(var weeks, var anchor, var day) -> {
                out.octet(weeks);
                Dates.write(out, anchor);
                out.octet(day.getValue());
            }
            case Recurrence.NthWeekdayOfMonth(var ordinals, var day) -> {
                out.octet(bits(ordinals));
                out.octet(day.getValue());
            }
            case Recurrence.Dates(var dates) -> {
                out.unsigned(dates.size());
                dates.forEach(date -> Dates.write(out, date));
            }
            case Recurrence.Irregular(var note) -> out.text(note);
        }
    }

    private static Recurrence recurrence(ByteReader in, int kind) {
        return switch (kind) {
            case WEEKLY -> new Recurrence.Weekly(Weekdays.of(in.octet()));
            case EVERY_N_WEEKS -> new Recurrence.EveryNWeeks(in.octet(), Dates.read(in), DayOfWeek.of(in.octet()));
            case NTH_WEEKDAY_OF_MONTH ->
                new Recurrence.NthWeekdayOfMonth(ordinals(in.octet()), DayOfWeek.of(in.octet()));
            case DATES -> {
                List<LocalDate> dates = new ArrayList<>();
                for (int i = in.count(MAX_COUNT); i > 0; i--) {
                    dates.add(Dates.read(in));
                }
                yield new Recurrence.Dates(dates);
            }
            case IRREGULAR -> new Recurrence.Irregular(in.text());
            default -> throw new IndexOutOfBoundsException("no such recurrence: " + kind);
        };
    }

    private static int bits(Set<Ordinal> ordinals) {
        int bits = 0;
        for (int i = 0; i < ORDINALS.size(); i++) {
            bits |= ordinals.contains(ORDINALS.get(i)) ? 1 << i : 0;
        }
        return bits;
    }

    private static Set<Ordinal> ordinals(int bits) {
        Set<Ordinal> ordinals = EnumSet.noneOf(Ordinal.class);
        for (int i = 0; i < ORDINALS.size(); i++) {
            if ((bits >> i & 1) != 0) {
                ordinals.add(ORDINALS.get(i));
            }
        }
        return ordinals;
    }

    private static void write(ByteWriter out, LocalTime time) {
        out.unsigned(time.toSecondOfDay() / 60);
    }

    private static LocalTime time(ByteReader in) {
        return LocalTime.ofSecondOfDay(60L * in.count(MINUTES_OF_DAY - 1));
    }

    private static Season season(int months) {
        return new Season(Month.of(months >> 4), Month.of(months & 15));
    }

    private static void write(ByteWriter out, OccurrenceStatus status) {
        switch (status) {
            case OccurrenceStatus.Scheduled() -> out.octet(SCHEDULED);
            case OccurrenceStatus.Cancelled(var note) -> {
                out.octet(CANCELLED | (note == null ? 0 : HAS_NOTE));
                if (note != null) {
                    out.text(note);
                }
            }
            case OccurrenceStatus.Moved(var to, var at, var note) -> {
                out.octet(MOVED
                        | (note == null ? 0 : HAS_NOTE)
                        | (to == null ? 0 : HAS_VENUE)
                        | (at == null ? 0 : HAS_TIME));
                if (to != null) {
                    out.text(to.value());
                }
                if (at != null) {
                    write(out, at);
                }
                if (note != null) {
                    out.text(note);
                }
            }
        }
    }

    private static OccurrenceStatus status(ByteReader in) {
        int head = in.octet();
        if ((head & MOVED) == 0) {
            return (head & CANCELLED) == 0
                    ? new OccurrenceStatus.Scheduled()
                    : new OccurrenceStatus.Cancelled((head & HAS_NOTE) == 0 ? null : in.text());
        }
        VenueId to = (head & HAS_VENUE) == 0 ? null : new VenueId(in.text());
        LocalTime at = (head & HAS_TIME) == 0 ? null : time(in);
        return new OccurrenceStatus.Moved(to, at, (head & HAS_NOTE) == 0 ? null : in.text());
    }
}
