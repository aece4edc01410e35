package ie.tradsessions.application.search;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/** Weekdays as bits of a number; Monday is the lowest. */
final class Weekdays {
    private Weekdays() {}

    static int bit(DayOfWeek day) {
        return 1 << (day.getValue() - 1);
    }

    static int bits(Set<DayOfWeek> days) {
        int bits = 0;
        for (DayOfWeek day : days) {
            bits |= bit(day);
        }
        return bits;
    }

    static Set<DayOfWeek> of(int bits) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((bits & bit(day)) != 0) {
                days.add(day);
            }
        }
        return days;
    }
}
