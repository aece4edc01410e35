package ie.tradsessions.application.session;

import ie.tradsessions.application.search.Index;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The listed sessions that a new one may be a duplicate of: they are at the same venue, have not ended, and have a night
 * on the same date within the coming eight weeks, with starts at most two hours apart.
 */
final class LookAlikes {
    private static final int WEEKS = 8;
    private static final Duration NEAR = Duration.ofHours(2);

    private LookAlikes() {}

    static List<Listing> of(Timetable timetable, Venue venue, Index index, Instant now) {
        LocalDate tonight = Night.of(now, venue.timeZone());
        Map<LocalDate, Occurrence> nights = new HashMap<>();
        coming(timetable, venue, tonight).forEach(night -> nights.put(night.date(), night));
        return index.sessionsAt(venue.id()).stream()
                .filter(card -> coming(card.timetable(), venue, tonight).stream()
                        .anyMatch(night -> isNear(night, nights.get(night.date()))))
                .map(card -> Listing.at(now, card, null))
                .filter(listing -> listing.freshness() != Freshness.ENDED)
                .toList();
    }

    private static List<Occurrence> coming(Timetable timetable, Venue venue, LocalDate tonight) {
        return timetable.between(tonight, tonight.plusWeeks(WEEKS), venue.timeZone());
    }

    private static boolean isNear(Occurrence one, @Nullable Occurrence other) {
        return other != null
                && Duration.between(one.start(), other.start()).abs().compareTo(NEAR) <= 0;
    }
}
