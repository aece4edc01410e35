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

    private static final class Tally {
        int venues;
        int sessions;
        final Map<DayOfWeek, Integer> nights = new EnumMap<>(DayOfWeek.class);

        Count count() {
            return new Count(venues, sessions, nights);
        }
    }

    static Counts count(Collection<Venue> venues, Collection<Session> sessions) {
        Map<County, Tally> counties = new EnumMap<>(County.class);
        Map<Country, Tally> countries = new HashMap<>();
        Map<VenueId, Tally> byVenue = new HashMap<>();
        for (Venue venue : venues) {
            County county = venue.place().county();
            Tally tally = county != null
                    ? counties.computeIfAbsent(county, some -> new Tally())
                    : countries.computeIfAbsent(venue.place().country(), some -> new Tally());
            tally.venues++;
            byVenue.put(venue.id(), tally);
        }
        for (Session session : sessions) {
            Tally tally = byVenue.get(session.venue());
            if (tally != null && session.timetable().endedOn() == null) {
                tally.sessions++;
                session.timetable()
                        .schedule()
                        .recurrence()
                        .weekdays()
                        .forEach(day -> tally.nights.merge(day, 1, Integer::sum));
            }
        }
        return new Counts(counted(counties), counted(countries));
    }

    private static <K> Map<K, Count> counted(Map<K, Tally> tallies) {
        Map<K, Count> counts = new HashMap<>();
        tallies.forEach((place, tally) -> counts.put(place, tally.count()));
        return counts;
    }
}
