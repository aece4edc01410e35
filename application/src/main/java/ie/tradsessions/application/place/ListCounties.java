package ie.tradsessions.application.place;

import ie.tradsessions.application.search.Counts;
import ie.tradsessions.application.search.Counts.Count;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists all 32 counties, those without a session too, and the countries abroad that have one. */
public final class ListCounties {
    private final SearchIndex index;
    private final InstantSource clock;

    public ListCounties(SearchIndex index, InstantSource clock) {
        this.index = index;
        this.clock = clock;
    }

    /**
     * @param counties all 32, by English name
     * @param countries by code
     */
    public record Listed(SortedMap<County, Count> counties, SortedMap<Country, Count> countries) {}

    public Listed list() {
        Counts counted = index.current().count(clock.instant());
        EnumMap<County, Count> counties = new EnumMap<>(County.class);
        for (County county : County.values()) {
            counties.put(county, counted.counties().getOrDefault(county, Count.NONE));
        }
        return new Listed(new TreeMap<>(counties), new TreeMap<>(counted.countries()));
    }
}
