package ie.tradsessions.domain.feedback;

import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Timetable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far one may trust that a session is still on. */
public enum Freshness {
    /** Somebody said lately that it was on, or shared it: within five weeks, or two nights where it is on less often. */
    CONFIRMED,
    /** The last sign of life is not older than four months, or six nights where it is on less often. */
    AGEING,
    /** In doubt: nobody has said anything for longer, or its venue is closed for good. */
    STALE,
    /** It has no more nights, or those who went say that it is over. */
    ENDED;

    private static final int CONFIRMED_DAYS = 35;
    private static final int AGEING_DAYS = 120;
    private static final int CONFIRMED_NIGHTS = 2;
    private static final int AGEING_NIGHTS = 6;

    /** @param today the date of tonight at the venue; see {@link Night#of} */
    public static Freshness of(Timetable timetable, SignsOfLife signs, LocalDate today) {
        if (hasEnded(timetable, signs, today)) {
            return ENDED;
        }
        long days = daysOfSeason(timetable.schedule().season(), signs.last(), today);
        int gap = timetable.schedule().recurrence().usualGap();
        if (days <= Math.max(CONFIRMED_DAYS, CONFIRMED_NIGHTS * gap)) {
            return CONFIRMED;
        }
        return days <= Math.max(AGEING_DAYS, AGEING_NIGHTS * gap) ? AGEING : STALE;
    }

    /**
     * This freshness at a venue that may be closed for good: then the session is in doubt, whoever confirmed it, or has
     * ended.
     *
     * @param surely whether that is sure; see {@link ie.tradsessions.domain.venue.Closure#sure}
     */
    public Freshness atVenue(boolean closed, boolean surely) {
        if (surely) {
            return ENDED;
        }
        return closed && this != ENDED ? STALE : this;
    }

    /** Whether {@link #of} answers {@link #ENDED}; it costs less to know. */
    public static boolean hasEnded(Timetable timetable, SignsOfLife signs, LocalDate today) {
        LocalDate endedOn = timetable.endedOn();
        boolean irregular = timetable.schedule().recurrence() instanceof Recurrence.Irregular;
        return signs.over()
                || (endedOn != null && !endedOn.isAfter(today))
                || (!irregular && timetable.dateOnOrAfter(today).isEmpty());
    }

    /** A summer pause makes no session stale: only days on which it could have been on are counted. */
    private static long daysOfSeason(@Nullable Season season, LocalDate lastSign, LocalDate today) {
        if (season == null || lastSign.isBefore(today.minusYears(1))) {
            return today.toEpochDay() - lastSign.toEpochDay();
        }
        return lastSign.datesUntil(today.isBefore(lastSign) ? lastSign : today)
                .filter(season::contains)
                .count();
    }
}
