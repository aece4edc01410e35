package ie.tradsessions.application.search;

import ie.tradsessions.domain.session.Night;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The date of the night that a moment belongs to, in each time zone; see {@link Night#of}. Not thread-safe. */
final class Tonight {
    private final Instant moment;
    private final Map<ZoneId, LocalDate> dates = new HashMap<>();

    Tonight(Instant moment) {
        this.moment = moment;
    }

    LocalDate in(ZoneId zone) {
        return dates.computeIfAbsent(zone, its -> Night.of(moment, its));
    }
}
