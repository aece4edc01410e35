package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.SessionDescription;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a session out of our own columns. Where nobody says how one may join in, one had better ask. */
public final class SessionColumns {
    private static final Set<String> OF_SESSIONS = Set.of(
            "key",
            "venue",
            "name",
            "recurrence",
            "days",
            "weeks",
            "anchor",
            "ordinals",
            "dates",
            "note",
            "start",
            "end",
            "season_from",
            "season_to",
            "admission",
            "pace",
            "leadership",
            "focus",
            "dances",
            "instruments",
            "craic",
            "shared_by",
            "shared_on");

    static final Set<String> KNOWN =
            Stream.concat(OF_SESSIONS.stream(), VenueColumns.KNOWN.stream()).collect(Collectors.toUnmodifiableSet());

    private enum Kind {
        WEEKLY,
        EVERY_N_WEEKS,
        NTH_WEEKDAY_OF_MONTH,
        DATES,
        IRREGULAR
    }

    private SessionColumns() {}

    /** @throws InvalidValue naming the column that is not as it should be */
    public static SessionRow read(FileRecord record, DateParser dates) {
        return read(new RecordFields(record), dates);
    }

    static SessionRow read(RecordFields columns, DateParser dates) {
        return new SessionRow(
                columns.text("key"),
                columns.needed("venue"),
                new SessionDescription(
                        columns.text("name"),
                        etiquette(columns),
                        columns.constants("instruments", Instrument.class),
                        columns.text("craic")),
                schedule(columns, dates),
                Text.optionalLine("shared_by", columns.text("shared_by"), Author.MAX_NAME_LENGTH),
                date(columns, dates, "shared_on"));
    }

    private static Etiquette etiquette(RecordFields columns) {
        return new Etiquette(
                columns.constant("admission", Admission.class, Admission.ASK_FIRST),
                columns.constant("leadership", Leadership.class, Leadership.UNLED),
                columns.constant("pace", Pace.class, Pace.STEADY),
                columns.constant("focus", Focus.class, Focus.TUNES),
                columns.constants("dances", Dance.class));
    }

    private static Schedule schedule(RecordFields columns, DateParser dates) {
        return new Schedule(
                recurrence(columns, dates),
                columns.time("start"),
                columns.has("end") ? columns.time("end") : null,
                season(columns));
    }

    private static Recurrence recurrence(RecordFields columns, DateParser dates) {
        return switch (columns.constant("recurrence", Kind.class)) {
            case WEEKLY -> new Recurrence.Weekly(columns.constants("days", DayOfWeek.class));
            case EVERY_N_WEEKS -> {
                LocalDate anchor = dates.read("anchor", columns.needed("anchor"));
                yield new Recurrence.EveryNWeeks(columns.number("weeks"), anchor, theDay(columns));
            }
            case NTH_WEEKDAY_OF_MONTH ->
                new Recurrence.NthWeekdayOfMonth(columns.constants("ordinals", Ordinal.class), theDay(columns));
            case DATES ->
                new Recurrence.Dates(columns.values("dates").stream()
                        .map(date -> dates.read("dates", date))
                        .toList());
            case IRREGULAR -> new Recurrence.Irregular(columns.needed("note"));
        };
    }

    private static DayOfWeek theDay(RecordFields columns) {
        List<DayOfWeek> days = List.copyOf(columns.constants("days", DayOfWeek.class));
        if (days.size() != 1) {
            throw new InvalidValue("days", "one weekday; a session that meets on two such days is two sessions");
        }
        return days.getFirst();
    }

    private static @Nullable Season season(RecordFields columns) {
        if (!columns.has("season_from") && !columns.has("season_to")) {
            return null;
        }
        return new Season(columns.constant("season_from", Month.class), columns.constant("season_to", Month.class));
    }

    private static @Nullable LocalDate date(RecordFields columns, DateParser dates, String name) {
        return columns.has(name) ? dates.read(name, columns.needed(name)) : null;
    }
}
