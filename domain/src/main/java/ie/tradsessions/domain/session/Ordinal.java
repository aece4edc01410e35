package ie.tradsessions.domain.session;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;

/** Which of a weekday's turns in a month. Each of them is in every month; the last may also be the fourth. */
public enum Ordinal {
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    LAST;

    LocalDate of(DayOfWeek day, YearMonth month) {
        TemporalAdjuster turn = switch (this) {
            case FIRST -> TemporalAdjusters.dayOfWeekInMonth(1, day);
            case SECOND -> TemporalAdjusters.dayOfWeekInMonth(2, day);
            case THIRD -> TemporalAdjusters.dayOfWeekInMonth(3, day);
            case FOURTH -> TemporalAdjusters.dayOfWeekInMonth(4, day);
            case LAST -> TemporalAdjusters.lastInMonth(day);
        };
        return month.atDay(1).with(turn);
    }
}
