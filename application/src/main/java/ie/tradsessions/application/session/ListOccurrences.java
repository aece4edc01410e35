package ie.tradsessions.application.session;

import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.VenueSummary;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the nights of a session between two dates, cancelled ones among them. */
public final class ListOccurrences {
    private static final int DEFAULT_DAYS = 90;
    private static final int MAX_DAYS = 366;

    private final SessionLookup sessions;
    private final InstantSource clock;

    public ListOccurrences(SearchIndex index, SessionPages pages, InstantSource clock) {
        sessions = new SessionLookup(index, pages);
        this.clock = clock;
    }

    /**
     * @param from the first date, or null for tonight's
     * @param to the last date, or null for 90 days after the first; at most 366 days after it
     */
    public record Query(
            SessionId session,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** @param movedTo the venues to which nights are moved */
    public record Nights(List<Occurrence> nights, Map<VenueId, VenueSummary> movedTo) {}

    /** @throws InvalidValue if the dates are out of order or too far apart */
    public Optional<Nights> list(Query query) {
        return sessions.find(query.session()).map(found -> {
            ZoneId zone = found.venue().timeZone();
            LocalDate from = query.from() != null ? query.from() : Night.of(clock.instant(), zone);
            LocalDate to = query.to() != null ? query.to() : from.plusDays(DEFAULT_DAYS);
            long days = ChronoUnit.DAYS.between(from, to);
            if (days < 0 || days > MAX_DAYS) {
                throw new InvalidValue("to", "a date from " + from + " to " + from.plusDays(MAX_DAYS));
            }
            return new Nights(found.page().session().timetable().between(from, to, zone), found.movedTo());
        });
    }
}
