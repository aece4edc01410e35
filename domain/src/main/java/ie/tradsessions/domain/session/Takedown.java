package ie.tradsessions.domain.session;

import ie.tradsessions.domain.CalendarYears;
import java.time.Instant;

/**
 * The mark of a session that is not listed, because its players do not want it advertised. Only its organiser and
 * moderators see it, and it stays so when somebody adds or imports it again.
 *
 * @param byModerator whether a moderator took it down, rather than its organiser
 */
public record Takedown(Instant at, boolean byModerator) {
    public Takedown {
        CalendarYears.checked("takenDown.at", at);
    }
}
