package ie.tradsessions.domain.place;

import ie.tradsessions.domain.InvalidValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The time zones that a venue may have: the regions of the IANA database, which every browser knows too. An offset such
 * as {@code UTC+01:00} is none of them, since it does not say when a place changes its clocks.
 */
public final class TimeZones {
    /** What the regions of places begin with. "Etc", "SystemV" and names without a place are left out. */
    private static final Set<String> AREAS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific",
            // Older names that people still write, each of them one of the above.
            "Brazil",
            "Canada",
            "Chile",
            "Mexico",
            "US");

    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Those whose clock is the clock of Ireland and Britain. */
    private static final Set<ZoneId> OF_IRELAND_AND_BRITAIN = Set.of(DUBLIN, LONDON, ZoneId.of("Europe/Belfast"));

    /**
     * How far the clock of a zone may be ahead of the sun and behind it, in hours, in winter. No place where people live
     * is further off: western China is 3.1 hours ahead, Svalbard 1.2 behind.
     */
    private static final double MAX_AHEAD = 3.25;

    private static final double MAX_BEHIND = 1.5;

    /** Stations south of it keep the time of whoever supplies them. */
    private static final double ANTARCTIC = -60;

    /** Offsets change so rarely that any recent day will do, and one and the same gives one answer for good. */
    private static final Instant REFERENCE = Instant.parse("2026-01-01T00:00:00Z");

    private TimeZones() {}

    /**
     * The zone of a name, in any case and with blanks or underscores.
     *
     * @throws InvalidValue if it is not the name of a region
     */
    public static ZoneId named(String field, String name) {
        ZoneId zone = Names.BY_FOLDED.get(Names.folded(name));
        if (zone == null) {
            throw new InvalidValue(
                    field,
                    "the IANA name of a region, such as Europe/Dublin or America/New_York; no offset and no"
                            + " abbreviation");
        }
        return zone;
    }

    /** The zone of a country that has a single one, as far as it is known here. */
    public static Optional<ZoneId> of(Country country) {
        if (country.equals(Country.IRELAND)) {
            return Optional.of(DUBLIN);
        }
        return country.equals(Country.UNITED_KINGDOM) ? Optional.of(LONDON) : Optional.empty();
    }

    /**
     * A zone that a place may have.
     *
     * @throws InvalidValue if it is no region, or one whose clock is not a clock of that country or cannot be that of
     *     that position
     */
    public static ZoneId checked(String field, ZoneId zone, Country country, GeoPoint location) {
        if (!isRegion(zone)) {
            throw new InvalidValue(
                    field, "the IANA name of a region, such as Europe/Dublin; " + zone.getId() + " is none");
        }
        if (!isOf(country, zone)) {
            String zones = of(country).map(ZoneId::getId).orElseGet(() -> Countries.zones(country));
            throw new InvalidValue(field, zones + " in " + country.code() + ", not " + zone.getId());
        }
        if (of(country).isEmpty() && !fitsTheSun(zone, location)) {
            throw new InvalidValue(
                    field,
                    "the zone of the place where the venue is; at its longitude the clock is not that of "
                            + zone.getId());
        }
        return zone;
    }

    /** The zones of a country by the names under which the IANA database lists them there. */
    static List<String> zonesOf(Country country) {
        return Countries.ZONES.getOrDefault(country.code(), List.of());
    }

    /** Whether the clock of a zone is a clock of that country. */
    public static boolean isOf(Country country, ZoneId zone) {
        return of(country).isPresent() ? OF_IRELAND_AND_BRITAIN.contains(zone) : Countries.hasClock(country, zone);
    }

    private static boolean isRegion(ZoneId zone) {
        String id = zone.getId();
        int slash = id.indexOf('/');
        return slash > 0 && AREAS.contains(id.substring(0, slash));
    }

    private static boolean fitsTheSun(ZoneId zone, GeoPoint location) {
        if (location.latitude() < ANTARCTIC) {
            return true;
        }
        double clock = zone.getRules().getStandardOffset(REFERENCE).getTotalSeconds() / 3600.0;
        double ahead = clock - location.longitude() / 15;
        // Across the date line the two may be a day apart.
        ahead -= 24 * Math.rint(ahead / 24);
        return ahead <= MAX_AHEAD && ahead >= -MAX_BEHIND;
    }

    /** Apart, because only what people type is looked up by name. */
    private static final class Names {
        static final Map<String, ZoneId> BY_FOLDED = ZoneId.getAvailableZoneIds().stream()
                .map(ZoneId::of)
                .filter(TimeZones::isRegion)
                .collect(Collectors.toUnmodifiableMap(zone -> folded(zone.getId()), Function.identity()));

        static String folded(String name) {
            return name.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
        }
    }

    /** The zones of each country, as the IANA database lists them. */
    private static final class Countries {
        private static final int SHOWN = 3;
        private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");
        private static final Map<String, List<String>> ZONES = read();

        /**
         * Whether it is a zone of the country, or a neighbour's that shows the same time: an older name, or one that is
         * better known. A country of which the table knows nothing may have any.
         */
        static boolean hasClock(Country country, ZoneId zone) {
            List<String> zones = zonesOf(country);
            return zones.isEmpty()
                    || zones.contains(zone.getId())
                    || zones.stream().map(ZoneId::of).anyMatch(its -> showSameTime(its, zone));
        }

        private static boolean showSameTime(ZoneId one, ZoneId other) {
            return Stream.of(REFERENCE, SUMMER)
                    .allMatch(moment -> one.getRules()
                            .getOffset(moment)
                            .equals(other.getRules().getOffset(moment)));
        }

        /** For people. */
        static String zones(Country country) {
            List<String> zones = zonesOf(country);
            String some = String.join(", ", zones.subList(0, Math.min(SHOWN, zones.size())));
            return zones.size() > SHOWN ? some + " or another zone" : some;
        }

        private static Map<String, List<String>> read() {
            try (InputStream stream = TimeZones.class.getResourceAsStream("country-zones.txt")) {
                if (stream == null) {
                    throw new MissingResourceException(
                            "Not in the program: country-zones.txt", TimeZones.class.getName(), "country-zones.txt");
                }
                return new String(stream.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> List.of(line.split(" ", -1)))
                        .collect(Collectors.toUnmodifiableMap(List::getFirst, line -> line.subList(1, line.size())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
