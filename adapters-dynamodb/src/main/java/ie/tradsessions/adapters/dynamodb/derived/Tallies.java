package ie.tradsessions.adapters.dynamodb.derived;

import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.place.SessionCounts.Count;
import ie.tradsessions.application.place.SessionCounts.Counts;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Timetable;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Numbers that are added up for each county, and for each country as far as it has no counties.
 *
 * @param numbers by place and by what is counted
 */
public record Tallies(Map<String, Map<String, Long>> numbers) {
    public static final String PARTITION = "COUNTS";

    static final Tallies NOTHING = new Tallies(Map.of());

    private static final String COUNTY = "k#";
    private static final String COUNTRY = "c#";
    private static final String VENUES = "venues";
    private static final String SESSIONS = "sessions";

    static Tallies ofVenue(@Nullable County county, Country country) {
        return new Tallies(Map.of(place(county, country), Map.of(VENUES, 1L)));
    }

    static Tallies ofSession(@Nullable County county, Country country, Timetable timetable) {
        if (timetable.endedOn() != null) {
            return NOTHING;
        }
        Map<String, Long> numbers = new HashMap<>();
        numbers.put(SESSIONS, 1L);
        timetable.schedule().recurrence().weekdays().forEach(day -> numbers.put(nights(day), 1L));
        return new Tallies(Map.of(place(county, country), numbers));
    }

    /** What the table holds; a county that this program does not know is left out. */
    public static Counts read(Collection<Item> items) {
        Map<County, Count> counties = new EnumMap<>(County.class);
        Map<Country, Count> countries = new HashMap<>();
        for (Item item : items) {
            String place = item.key().sort();
            Count count = count(item.attributes());
            if (count.venues() == 0) {
                continue;
            }
            if (place.startsWith(COUNTY)) {
                County county = VenueItem.county(place.substring(COUNTY.length()));
                if (county != null) {
                    counties.put(county, count);
                }
            } else {
                countries.put(new Country(place.substring(COUNTRY.length())), count);
            }
        }
        return new Counts(counties, countries);
    }

    /** What the table holds, whether this program knows of what it is or not. */
    static Tallies stored(Collection<Item> items) {
        Map<String, Map<String, Long>> numbers = new HashMap<>();
        for (Item item : items) {
            Map<String, Long> there = new HashMap<>();
            item.attributes().forEach((counted, number) -> there.put(counted, Long.valueOf(number.n())));
            numbers.put(item.key().sort(), there);
        }
        return new Tallies(numbers);
    }

    /** What has to be added so that these numbers stand where the others stood. */
    List<Table.Addition> insteadOf(Tallies others) {
        List<Table.Addition> additions = new ArrayList<>();
        Set<String> places = new HashSet<>(numbers.keySet());
        places.addAll(others.numbers.keySet());
        for (String place : places) {
            Map<String, Long> change = new HashMap<>(numbers.getOrDefault(place, Map.of()));
            others.numbers
                    .getOrDefault(place, Map.of())
                    .forEach((counted, number) -> change.merge(counted, -number, Long::sum));
            change.values().removeIf(number -> number == 0);
            if (!change.isEmpty()) {
                additions.add(new Table.Addition(new Key(PARTITION, place), change));
            }
        }
        return additions;
    }

    Tallies and(Tallies others) {
        Map<String, Map<String, Long>> sum = new HashMap<>();
        numbers.forEach((place, some) -> sum.put(place, new HashMap<>(some)));
        others.numbers.forEach((place, some) -> {
            Map<String, Long> there = sum.computeIfAbsent(place, any -> new HashMap<>());
            some.forEach((counted, number) -> there.merge(counted, number, Long::sum));
        });
        return new Tallies(sum);
    }

    private static String place(@Nullable County county, Country country) {
        return county == null ? COUNTRY + country.code() : COUNTY + county.name();
    }

    private static String nights(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static Count count(Map<String, AttributeValue> numbers) {
        Map<DayOfWeek, Integer> nights = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int sessions = number(numbers, nights(day));
            if (sessions > 0) {
                nights.put(day, sessions);
            }
        }
        return new Count(number(numbers, VENUES), number(numbers, SESSIONS), nights);
    }

    private static int number(Map<String, AttributeValue> numbers, String counted) {
        AttributeValue number = numbers.get(counted);
        return number == null ? 0 : Integer.parseInt(number.n());
    }
}
