package ie.tradsessions.application.search;

import ie.tradsessions.application.search.Counts.Count;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts by going through all venues and sessions once: of the sessions those that lists show, which have not ended. */
final class Counting {
    private static final class Sum {
        int venues;
        int sessions;
        final int[] nights = new int[DayOfWeek.values().length];

        void addSession(int weekdays) {
            sessions++;
            for (int day = 0; day < nights.length; day++) {
                nights[day] += weekdays >> day & 1;
            }
        }

        Count count() {
            Map<DayOfWeek, Integer> byDay = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (nights[day.getValue() - 1] > 0) {
                    byDay.put(day, nights[day.getValue() - 1]);
                }
            }
            return new Count(venues, sessions, byDay);
        }
    }

    private final Map<County, Sum> counties = new EnumMap<>(County.class);
    private final Map<Country, Sum> countries = new HashMap<>();

    private Counting() {}

    static Counts count(Segment segment, Overlay overlay, Tonight tonight) {
        Counting counting = new Counting();
        for (VenueTable table : segment.venueTables()) {
            int first = segment.firstRow(table);
            for (int row = 0; row < table.size(); row++) {
                if (!overlay.hidesVenue(first + row)) {
                    counting.of(table.columns(), row).venues++;
                }
            }
        }
        SessionTable sessions = segment.sessions();
        SessionRow.Packed session = SessionRow.Packed.of(sessions);
        for (int row = 0; row < sessions.size(); row++) {
            if (!overlay.hidesSession(row) && !session.at(row).hasEnded(tonight)) {
                counting.of(sessions.hosts().columns(), sessions.host(row))
                        .addSession(sessions.columns().weekdays(row));
            }
        }
        overlay.venues().values().forEach(entry -> {
            OverlayVenue venue = entry.listed();
            if (venue != null) {
                counting.of(venue.summary()).venues++;
            }
        });
        overlay.listed().values().forEach(listed -> {
            if (!listed.hasEnded(tonight)) {
                counting.of(listed.venue()).addSession(listed.weekdays());
            }
        });
        return new Counts(counted(counting.counties), counted(counting.countries));
    }

    private Sum of(VenueColumns venues, int row) {
        County county = venues.county(row);
        return of(county, county == null ? venues.country(row) : null);
    }

    private Sum of(VenueSummary venue) {
        return of(venue.county(), venue.country());
    }

    private Sum of(@Nullable County county, @Nullable Country country) {
        if (county != null) {
            return counties.computeIfAbsent(county, its -> new Sum());
        }
        if (country == null) {
            throw new IllegalArgumentException("a venue in no county and no country");
        }
        return countries.computeIfAbsent(country, its -> new Sum());
    }

    private static <K> Map<K, Count> counted(Map<K, Sum> sums) {
        Map<K, Count> counts = new HashMap<>();
        sums.forEach((place, sum) -> counts.put(place, sum.count()));
        return counts;
    }
}
