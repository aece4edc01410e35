package ie.tradsessions.application.search;

import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.venue.Venue;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What is asked of a table's venues most, apart from where exactly they are. Immutable. */
final class VenueColumns {
    private static final int SAMPLE = 1;
    private static final int CLOSED = 2;
    private static final int HAS_FORMER_NAMES = 4;
    private static final int SURELY_CLOSED = 8;

    private static final List<County> COUNTIES = List.of(County.values());

    /** In each column of what may be missing, 0 stands for that and every other number is one greater. */
    private final PackedInts counties;

    private final PackedInts countries;
    private final PackedInts zones;
    private final PackedInts regions;
    private final PackedInts towns;
    private final PackedInts names;
    private final PackedInts irishNames;
    private final PackedInts flags;
    private final StringColumn countryCodes;
    private final StringColumn zoneIds;
    private final StringColumn regionNames;
    private final RowCache<Country> knownCountries;
    private final RowCache<ZoneId> knownZones;

    private VenueColumns(ByteReader in, int rows) {
        countryCodes = StringColumn.read(in);
        zoneIds = StringColumn.read(in);
        regionNames = StringColumn.read(in);
        counties = PackedInts.read(in, rows);
        countries = PackedInts.read(in, rows);
        zones = PackedInts.read(in, rows);
        regions = PackedInts.read(in, rows);
        towns = PackedInts.read(in, rows);
        names = PackedInts.read(in, rows);
        irishNames = PackedInts.read(in, rows);
        flags = PackedInts.read(in, rows);
        knownCountries = new RowCache<>(Math.max(1, countryCodes.size()));
        knownZones = new RowCache<>(Math.max(1, zoneIds.size()));
    }

    static VenueColumns read(byte[] bytes, int rows) {
        return new VenueColumns(new ByteReader(bytes), rows);
    }

    /**
     * @param names the place of each name in the table of names
     * @param towns as above, of towns
     */
    static void write(ByteWriter out, List<Venue> venues, Map<String, Integer> names, Map<String, Integer> towns) {
        List<String> countryCodes =
                distinct(venues, venue -> venue.place().country().code());
        List<String> zoneIds = distinct(venues, venue -> venue.timeZone().getId());
        List<String> regionNames = distinct(venues, venue -> venue.place().region());
        StringColumn.write(out, countryCodes);
        StringColumn.write(out, zoneIds);
        StringColumn.write(out, regionNames);
        column(out, venues, venue -> {
            County county = venue.place().county();
            return county == null ? 0 : COUNTIES.indexOf(county) + 1;
        });
        column(
                out,
                venues,
                venue -> countryCodes.indexOf(venue.place().country().code()));
        column(out, venues, venue -> zoneIds.indexOf(venue.timeZone().getId()));
        column(out, venues, venue -> regionNames.indexOf(venue.place().region()) + 1);
        column(out, venues, venue -> place(venue.place().town(), towns) + 1);
        column(out, venues, venue -> place(venue.name(), names));
        column(out, venues, venue -> place(venue.irishName(), names) + 1);
        column(out, venues, VenueColumns::flags);
    }

    private static int flags(Venue venue) {
        return (venue.sample() ? SAMPLE : 0)
                | (venue.closed() == null ? 0 : CLOSED)
                | (venue.isSurelyClosed() ? SURELY_CLOSED : 0)
                | (venue.formerNames().isEmpty() ? 0 : HAS_FORMER_NAMES);
    }

    private static List<String> distinct(List<Venue> venues, Function<Venue, @Nullable String> value) {
        TreeSet<String> values = new TreeSet<>();
        for (Venue venue : venues) {
            String its = value.apply(venue);
            if (its != null) {
                values.add(its);
            }
        }
        return new ArrayList<>(values);
    }

    private static void column(ByteWriter out, List<Venue> venues, ToIntFunction<Venue> value) {
        PackedInts.write(out, venues.stream().mapToInt(value).toArray());
    }

    private static int place(@Nullable String text, Map<String, Integer> places) {
        return text == null ? -1 : places.getOrDefault(text, -1);
    }

    @Nullable
    County county(int row) {
        int county = counties.get(row);
        return county == 0 ? null : COUNTIES.get(county - 1);
    }

    Country country(int row) {
        return knownCountries.get(countries.get(row), i -> new Country(countryCodes.get(i)));
    }

    ZoneId zone(int row) {
        return knownZones.get(zones.get(row), i -> ZoneId.of(zoneIds.get(i)));
    }

    @Nullable
    String region(int row) {
        int region = regions.get(row);
        return region == 0 ? null : regionNames.get(region - 1);
    }

    /** The town's place in the table of towns, or -1 where none is told. */
    int town(int row) {
        return towns.get(row) - 1;
    }

    /** The name's place in the table of names. */
    int name(int row) {
        return names.get(row);
    }

    /** As {@link #name}, of the Irish name; -1 where it has none. */
    int irishName(int row) {
        return irishNames.get(row) - 1;
    }

    boolean sample(int row) {
        return (flags.get(row) & SAMPLE) != 0;
    }

    boolean closed(int row) {
        return (flags.get(row) & CLOSED) != 0;
    }

    boolean surelyClosed(int row) {
        return (flags.get(row) & SURELY_CLOSED) != 0;
    }

    boolean hasFormerNames(int row) {
        return (flags.get(row) & HAS_FORMER_NAMES) != 0;
    }
}
