package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.place.SessionCounts.Count;
import ie.tradsessions.application.place.SessionCounts.Counts;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts venues and sessions by going through all of them. */
final class Counting {
    private Counting() {}

    private static final class Confirmations {
        int venues;
        int sessions;
        final Map<DayOfWeek, Integer> nights = new EnumMap<>(DayOfWeek.class);

        Count count() {
            return new Count(venues, sessions, nights);
        }
    }

    static Counts count(Collection<Venue> venues, Collection<Session> sessions) {
        Map<County, Confirmations> counties = new EnumMap<>(County.class);
        Map<Country, Confirmations> countries = new HashMap<>();
        Map<VenueId, Confirmations> byVenue = new HashMap<>();
        for (Venue venue : venues) {
            County county = venue.place().county();
            Confirmations confirmations = county != null
                    ? counties.computeIfAbsent(county, some -> new Confirmations())
                    : countries.computeIfAbsent(venue.place().country(), some -> new Confirmations());
            confirmations.venues++;
            byVenue.put(venue.id(), confirmations);
        }
        for (Session session : sessions) {
            Confirmations confirmations = byVenue.get(session.venue());
            if (confirmations != null && session.timetable().endedOn() == null) {
                confirmations.sessions++;
                session.timetable()
                        .schedule()
                        .recurrence()
                        .weekdays()
                        .forEach(day -> confirmations.nights.merge(day, 1, Integer::sum));
            }
        }
        return new Counts(counted(counties), counted(countries));
    }

    private static <K> Map<K, Count> counted(Map<K, Confirmations> tallies) {
        Map<K, Count> counts = new HashMap<>();
        tallies.forEach((place, confirmations) -> counts.put(place, confirmations.count()));
        return counts;
    }
}
