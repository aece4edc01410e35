package ie.tradsessions.domain.session;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.Secret;
import java.time.Duration;
import java.time.Instant;

/**
 * An offer of a session to another organiser: the member who gives the code becomes its organiser.
 *
 * @param until the moment from which the code is not accepted any more
 */
public record HandOver(Secret.Hash code, Instant until) {
    private static final Duration VALID = Duration.ofDays(14);

    public HandOver {
        CalendarYears.checked("handOver.until", until);
    }

    public static HandOver from(Instant now, Secret code) {
        return new HandOver(code.hash(), now.plus(VALID));
    }

    public boolean isOpen(Instant now) {
        return now.isBefore(until);
    }

    public boolean isAcceptedBy(Secret given, Instant now) {
        return isOpen(now) && code.isOf(given);
    }
}
