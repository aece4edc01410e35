package ie.tradsessions.application.session;

import ie.tradsessions.application.session.IdentifySessions.Described;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much a record and a session of one kind have in common. */
final class Likeness {
    /** Dates say more than anything else, then the name, then the rest. */
    private static final double OF_DATES = 10;

    private static final double OF_NAME = 4;

    private Likeness() {}

    static double of(Described record, Session session) {
        Schedule schedule = session.timetable().schedule();
        Recurrence recurrence = record.schedule().recurrence();
        return OF_DATES * ofDates(recurrence, schedule.recurrence())
                + (sameName(record, session) ? OF_NAME : 0)
                + Stream.of(
                                recurrence.equals(schedule.recurrence()),
                                Objects.equals(record.schedule().end(), schedule.end()),
                                Objects.equals(record.schedule().season(), schedule.season()),
                                Objects.equals(record.description().craic(), session.craic()),
                                record.description().etiquette().equals(session.etiquette()),
                                record.description().instruments().equals(session.instruments()))
                        .filter(same -> same)
                        .count();
    }

    /** Another night under another name is another session. */
    static boolean isPlausible(Described record, Session session) {
        return sameName(record, session)
                || ofDates(
                                record.schedule().recurrence(),
                                session.timetable().schedule().recurrence())
                        > 0;
    }

    /** Sorts schedules as a calendar would. */
    static String inOrder(Schedule schedule) {
        return facts(schedule.recurrence()).sorted().collect(Collectors.joining(" "));
    }

    private static boolean sameName(Described record, Session session) {
        return folded(record.description().name()).equals(folded(session.name()));
    }

    private static String folded(@Nullable String name) {
        return name == null ? "" : FoldedText.fold(name);
    }

    /** Dice's coefficient of what the two rules say: 0 to 1. */
    private static double ofDates(Recurrence one, Recurrence other) {
        Set<String> some = facts(one).collect(Collectors.toSet());
        Set<String> others = facts(other).collect(Collectors.toSet());
        Set<String> common = new HashSet<>(some);
        common.retainAll(others);
        return some.isEmpty() && others.isEmpty() ? 1 : 2.0 * common.size() / (some.size() + others.size());
    }

    private static Stream<String> facts(Recurrence recurrence) {
        return switch (recurrence.canonical()) {
            case Recurrence.Weekly(var days) -> days.stream().map(Likeness::number);
            case Recurrence.EveryNWeeks(var weeks, var anchor, var day) ->
                Stream.of(number(day), "every " + weeks, "from " + anchor);
            case Recurrence.NthWeekdayOfMonth(var ordinals, var day) ->
                Stream.concat(Stream.of(number(day)), ordinals.stream().map(Enum::name));
            case Recurrence.Dates(var dates) -> dates.stream().map(Object::toString);
            case Recurrence.Irregular(var note) -> FoldedText.words(note).stream();
        };
    }

    private static String number(DayOfWeek day) {
        return day.getValue() + " " + day;
    }
}
