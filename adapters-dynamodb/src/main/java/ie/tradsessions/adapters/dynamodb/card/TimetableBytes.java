package ie.tradsessions.adapters.dynamodb.card;

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
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When a session is on, in bytes. The first of them says which rule it is and what follows. */
final class TimetableBytes {
    private static final int RULE = 7;
    private static final int END = 8;
    private static final int SEASON = 16;
    private static final int CHANGES = 32;
    private static final int ENDED = 64;

    private static final int STATUS = 3;
    private static final int TO = 4;
    private static final int AT = 8;

    private TimetableBytes() {}

    static void write(ByteWriter to, Timetable timetable) {
        Schedule schedule = timetable.schedule();
        LocalTime end = schedule.end();
        Season season = schedule.season();
        LocalDate endedOn = timetable.endedOn();
        to.octet(ruleOf(schedule.recurrence())
                | (end == null ? 0 : END)
                | (season == null ? 0 : SEASON)
                | (timetable.changes().isEmpty() ? 0 : CHANGES)
                | (endedOn == null ? 0 : ENDED));
        writeRule(to, schedule.recurrence());
        to.time(schedule.start());
        if (end != null) {
            to.time(end);
        }
        if (season != null) {
            to.octet(season.from().getValue() << 4 | season.to().getValue());
        }
        if (!timetable.changes().isEmpty()) {
            to.number(timetable.changes().size());
            timetable.changes().forEach((night, status) -> {
                to.date(night);
                writeStatus(to, status);
            });
        }
        if (endedOn != null) {
            to.date(endedOn);
        }
    }

    static Timetable read(ByteReader from) {
        int flags = from.octet();
        Recurrence recurrence = readRule(from, flags & RULE);
        LocalTime start = from.time();
        LocalTime end = (flags & END) == 0 ? null : from.time();
        Season season = (flags & SEASON) == 0 ? null : readSeason(from.octet());
        NavigableMap<LocalDate, OccurrenceStatus> changes = new TreeMap<>();
        if ((flags & CHANGES) != 0) {
            for (int left = from.count(); left > 0; left--) {
                LocalDate night = from.date();
                changes.put(night, readStatus(from));
            }
        }
        LocalDate endedOn = (flags & ENDED) == 0 ? null : from.date();
        return new Timetable(new Schedule(recurrence, start, end, season), changes, endedOn);
    }

    private static Season readSeason(int months) {
        return new Season(Month.of(months >>> 4), Month.of(months & 15));
    }

    private static int ruleOf(Recurrence recurrence) {
        return switch (recurrence) {
            case Recurrence.Weekly weekly -> 0;
            case Recurrence.EveryNWeeks everyNWeeks -> 1;
            case Recurrence.NthWeekdayOfMonth nth -> 2;
            case Recurrence.Dates dates -> 3;
            case Recurrence.Irregular irregular -> 4;
        };
    }

    private static void writeRule(ByteWriter to, Recurrence recurrence) {
        switch (recurrence) {
            case Recurrence.Weekly(var days) -> to.constants(days);
            case Recurrence.EveryNWeeks(var weeks, var anchor, var day) -> {
                to.octet(weeks);
                to.date(anchor);
                to.constant(day);
            }
            case Recurrence.NthWeekdayOfMonth(var ordinals, var day) -> {
                to.constants(ordinals);
                to.constant(day);
            }
            case Recurrence.Dates(var dates) -> {
                to.number(dates.size());
                dates.forEach(to::date);
            }
            case Recurrence.Irregular(var note) -> to.text(note);
        }
    }

    private static Recurrence readRule(ByteReader from, int rule) {
        return switch (rule) {
            case 0 -> new Recurrence.Weekly(from.constants(DayOfWeek.class));
            case 1 -> new Recurrence.EveryNWeeks(from.octet(), from.date(), from.constant(DayOfWeek.class));
            case 2 -> new Recurrence.NthWeekdayOfMonth(from.constants(Ordinal.class), from.constant(DayOfWeek.class));
            case 3 -> new Recurrence.Dates(readDates(from));
            case 4 -> new Recurrence.Irregular(from.text());
            default -> throw new UnreadableBytes("no rule has the number " + rule);
        };
    }

    private static List<LocalDate> readDates(ByteReader from) {
        int count = from.count();
        List<LocalDate> dates = new ArrayList<>(count);
        for (int left = count; left > 0; left--) {
            dates.add(from.date());
        }
        return dates;
    }

    private static void writeStatus(ByteWriter to, OccurrenceStatus status) {
        switch (status) {
            case OccurrenceStatus.Scheduled() -> to.octet(0);
            case OccurrenceStatus.Cancelled(var note) -> {
                to.octet(1);
                to.optionalText(note);
            }
            case OccurrenceStatus.Moved(var venue, var at, var note) -> {
                to.octet(2 | (venue == null ? 0 : TO) | (at == null ? 0 : AT));
                if (venue != null) {
                    to.identifier(venue.value());
                }
                if (at != null) {
                    to.time(at);
                }
                to.optionalText(note);
            }
        }
    }

    private static OccurrenceStatus readStatus(ByteReader from) {
        int flags = from.octet();
        return switch (flags & STATUS) {
            case 0 -> new OccurrenceStatus.Scheduled();
            case 1 -> new OccurrenceStatus.Cancelled(from.optionalText());
            case 2 ->
                new OccurrenceStatus.Moved(
                        (flags & TO) == 0 ? null : new VenueId(from.identifier()),
                        (flags & AT) == 0 ? null : from.time(),
                        from.optionalText());
            default -> throw new UnreadableBytes("no status of a night has the number 3");
        };
    }
}
