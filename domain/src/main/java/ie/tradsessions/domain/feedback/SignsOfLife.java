package ie.tradsessions.domain.feedback;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether a session is still on: when, and how many said so, but not who.
 *
 * @param vouchedOn the later of the day on which it was shared, at its venue, and that on which somebody answered that its
 *     next night is on, unless that was called off
 * @param lastNight the last night of which players say that it was on and that was not called off, or null where there is
 *     none; see {@link Testimony}
 * @param confirmations how many members said of {@code lastNight} that it was on; 0 where there is no such night
 * @param lastWordAt when somebody spoke last, or null where nobody has
 * @param over whether players say that it is over; see {@link Feedback#saidToBeOver()} and {@link Feedback#isGone()}
 * @param askedFor the night of which members ask whether it is on, while nobody has answered; else null
 */
public record SignsOfLife(
        LocalDate vouchedOn,
        @Nullable LocalDate lastNight,
        int confirmations,
        @Nullable Instant lastWordAt,
        boolean over,
        @Nullable LocalDate askedFor) {
    /** The later of the last night that was on and the day on which somebody vouched for it: who shares it does. */
    public LocalDate last() {
        return lastNight == null || lastNight.isBefore(vouchedOn) ? vouchedOn : lastNight;
    }
}
