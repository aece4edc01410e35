package ie.tradsessions.adapters.lambda.session;

import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a schedule that somebody gives, in the form in which {@link ScheduleJson} shows one. */
final class ScheduleInput {
    private enum Kind {
        WEEKLY,
        EVERY_N_WEEKS,
        NTH_WEEKDAY_OF_MONTH,
        DATES,
        IRREGULAR
    }

    private ScheduleInput() {}

    /** Null where something about it is wrong. */
    static @Nullable Schedule of(JsonBody json) {
        Kind kind = json.needed("kind", ParameterParsers.oneOf(Kind.class));
        Supplier<Recurrence> recurrence = kind == null ? null : recurrence(kind, json);
        LocalTime start = json.needed("start", ParameterParsers::time);
        LocalTime end = json.optional("end", ParameterParsers::time);
        JsonBody within = json.object("season");
        Season season = within == null ? null : season(within);
        return json.value(() ->
                new Schedule(Objects.requireNonNull(recurrence).get(), Objects.requireNonNull(start), end, season));
    }

    private static @Nullable Season season(JsonBody json) {
        Month from = json.needed("from", ParameterParsers.oneOf(Month.class));
        Month to = json.needed("to", ParameterParsers.oneOf(Month.class));
        return json.value(() -> new Season(Objects.requireNonNull(from), Objects.requireNonNull(to)));
    }

    private static Supplier<Recurrence> recurrence(Kind kind, JsonBody json) {
        return switch (kind) {
            case WEEKLY -> {
                Set<DayOfWeek> days = new LinkedHashSet<>(json.list("days", ParameterParsers.oneOf(DayOfWeek.class)));
                yield () -> new Recurrence.Weekly(days);
            }
            case EVERY_N_WEEKS -> {
                Integer weeks = json.number("weeks", ParameterParsers.wholeNumber(99));
                LocalDate anchor = json.needed("anchor", ParameterParsers::date);
                DayOfWeek day = json.needed("day", ParameterParsers.oneOf(DayOfWeek.class));
                yield () -> new Recurrence.EveryNWeeks(
                        Objects.requireNonNull(weeks), Objects.requireNonNull(anchor), Objects.requireNonNull(day));
            }
            case NTH_WEEKDAY_OF_MONTH -> {
                Set<Ordinal> ordinals =
                        new LinkedHashSet<>(json.list("ordinals", ParameterParsers.oneOf(Ordinal.class)));
                DayOfWeek day = json.needed("day", ParameterParsers.oneOf(DayOfWeek.class));
                yield () -> new Recurrence.NthWeekdayOfMonth(ordinals, Objects.requireNonNull(day));
            }
            case DATES -> {
                List<LocalDate> dates = json.list("dates", ParameterParsers::date);
                yield () -> new Recurrence.Dates(dates);
            }
            case IRREGULAR -> {
                String note = json.needed("note", text -> text);
                yield () -> new Recurrence.Irregular(Objects.requireNonNull(note));
            }
        };
    }
}
