package ie.tradsessions.domain.feedback;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether a session is still on: when, and how many said so, but not who.
 *
 * @param sharedOn the day on which it was shared, at its venue
 * @param lastNight the last night of which players say that it was on, or null where there is none
 * @param confirmations how many members said of {@code lastNight} that it was on; 0 where there is no such night
 * @param lastWordAt when somebody spoke last, or null where nobody has
 * @param over whether players say that it is over; see {@link Feedback#saidToBeOver()}
 */
public record SignsOfLife(
        LocalDate sharedOn,
        @Nullable LocalDate lastNight,
        int confirmations,
        @Nullable Instant lastWordAt,
        boolean over) {
    /** The later of the last night that was on and the day of sharing: who shares a session vouches for it. */
    public LocalDate last() {
        return lastNight == null || lastNight.isBefore(sharedOn) ? sharedOn : lastNight;
    }
}
