package ie.tradsessions.domain.session;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether a session is still on.
 *
 * @param sharedOn the day on which it was shared, at its venue
 * @param lastNight the last night of which players say that it was on, or null where there is none
 * @param lastWord who spoke last, or null where nobody has
 * @param over whether players say that it is over; see {@link Standing#saidToBeOver()}
 */
public record SignsOfLife(
        LocalDate sharedOn, @Nullable LocalDate lastNight, Standing.@Nullable LastWord lastWord, boolean over) {
    /** The later of the last night that was on and the day of sharing: who shares a session vouches for it. */
    public LocalDate last() {
        return lastNight == null || lastNight.isBefore(sharedOn) ? sharedOn : lastNight;
    }
}
