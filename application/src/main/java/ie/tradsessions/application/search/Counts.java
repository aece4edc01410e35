package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import java.time.DayOfWeek;
import java.util.Map;

/**
 * How many venues and sessions there are.
 *
 * @param counties an entry for each county that has a venue
 * @param countries an entry for each country that has a venue in none of the 32 counties
 */
public record Counts(Map<County, Count> counties, Map<Country, Count> countries) {
    public Counts {
        counties = Map.copyOf(counties);
        countries = Map.copyOf(countries);
    }

    /**
     * @param sessions those that a list shows: they have not ended
     * @param nights how many of them fall on each weekday by their schedule; a weekday without any is left out
     */
    public record Count(int venues, int sessions, Map<DayOfWeek, Integer> nights) {
        public static final Count NONE = new Count(0, 0, Map.of());

        public Count {
            nights = Map.copyOf(nights);
        }
    }
}
