package ie.tradsessions.domain.session;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a schedule means, said of one date alone: slow, and too simple to be wrong. */
final class ScheduleModel {
    private ScheduleModel() {}

    static boolean hasNight(Schedule schedule, LocalDate date) {
        Season season = schedule.season();
        return (season == null || inSeason(season, date)) && falls(schedule.recurrence(), date);
    }

    static List<LocalDate> nights(Schedule schedule, LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? List.of()
                : from.datesUntil(to.plusDays(1))
                        .filter(date -> hasNight(schedule, date))
                        .toList();
    }

    static boolean falls(Recurrence recurrence, LocalDate date) {
        return switch (recurrence) {
            case Recurrence.Weekly(var days) -> days.contains(date.getDayOfWeek());
            case Recurrence.EveryNWeeks(int weeks, LocalDate anchor, var day) ->
                date.getDayOfWeek() == day && ChronoUnit.WEEKS.between(monday(anchor), monday(date)) % weeks == 0;
            case Recurrence.NthWeekdayOfMonth(var ordinals, var day) ->
                date.getDayOfWeek() == day && ordinals.stream().anyMatch(ordinal -> isTurn(ordinal, date));
            case Recurrence.Dates(var dates) -> dates.contains(date);
            case Recurrence.Irregular(var note) -> false;
        };
    }

    private static boolean isTurn(Ordinal ordinal, LocalDate date) {
        int day = date.getDayOfMonth();
        return switch (ordinal) {
            case FIRST -> day <= 7;
            case SECOND -> day > 7 && day <= 14;
            case THIRD -> day > 14 && day <= 21;
            case FOURTH -> day > 21 && day <= 28;
            case LAST -> day > date.lengthOfMonth() - 7;
        };
    }

    private static boolean inSeason(Season season, LocalDate date) {
        for (var month = season.from(); ; month = month.plus(1)) {
            if (month == date.getMonth()) {
                return true;
            }
            if (month == season.to()) {
                return false;
            }
        }
    }

    private static LocalDate monday(LocalDate date) {
        return date.minusDays(date.getDayOfWeek().getValue() - 1L);
    }
}
