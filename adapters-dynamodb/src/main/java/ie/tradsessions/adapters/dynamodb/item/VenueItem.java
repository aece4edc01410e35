package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.place.TimeZones;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A venue as attributes. */
final class VenueItem {
    private VenueItem() {}

    /** Everything but the identifier, which is in the key. */
    static Map<String, AttributeValue> attributes(Venue venue) {
        Place place = venue.place();
        return new Document()
                .text("name", venue.name())
                .text("irishName", venue.irishName())
                .texts("otherNames", venue.otherNames())
                .texts("formerNames", venue.formerNames())
                .text("street", place.street())
                .text("town", place.town())
                .text("county", place.county() == null ? null : place.county().name())
                .text("region", place.region())
                .text("country", place.country().code())
                .flag("gaeltacht", place.gaeltacht())
                // As text, since a number of DynamoDB cannot be as small as a double.
                .text("latitude", venue.location().latitude())
                .text("longitude", venue.location().longitude())
                .text("timeZone", venue.timeZone().getId())
                .text("website", venue.website())
                .text("phone", venue.phone())
                .maps(
                        "sources",
                        venue.sources(),
                        source ->
                                new Document().text("dataset", source.dataset()).text("key", source.key()))
                .flag("sample", venue.sample())
                .map("closed", written(venue.closed()))
                .text("mergedInto", venue.mergedInto())
                .attributes();
    }

    private static Document written(@Nullable Closure closed) {
        if (closed == null) {
            return new Document();
        }
        Source source = closed.source();
        return new Document()
                .text("dataset", source == null ? null : source.dataset())
                .text("key", source == null ? null : source.key())
                .text("on", closed.on())
                .flag("sure", closed.sure());
    }

    private static @Nullable Closure closure(Fields fields) {
        if (!fields.has("closed")) {
            return null;
        }
        Fields closed = fields.map("closed");
        Source source = closed.has("dataset") ? new Source(closed.text("dataset"), closed.text("key")) : null;
        return new Closure(source, closed.value("on", LocalDate::parse), closed.isTrue("sure"));
    }

    /**
     * The venue of an item. Where its county is one that this program does not know, it is loaded with the county in
     * whose outline it lies, or the nearest of its country; what the county was called is kept as the region. In
     * Ireland and Britain the zone is known, whatever an earlier program took for one.
     *
     * @throws CorruptItem if it cannot be read
     */
    static Venue venue(VenueId id, Map<String, AttributeValue> attributes) {
        Fields fields = new Fields("venue " + id, attributes);
        return fields.checked(() -> {
            GeoPoint location =
                    new GeoPoint(fields.value("latitude", Double::valueOf), fields.value("longitude", Double::valueOf));
            Place place = place(fields, location);
            return new Venue(
                    id,
                    fields.text("name"),
                    fields.optionalText("irishName"),
                    fields.values("otherNames", name -> name),
                    fields.values("formerNames", name -> name),
                    place,
                    location,
                    zone(fields, place.country()),
                    fields.optional("website", URI::create),
                    fields.optionalText("phone"),
                    fields.all("sources", source -> new Source(source.text("dataset"), source.text("key"))),
                    fields.isTrue("sample"),
                    closure(fields),
                    fields.optional("mergedInto", VenueId::new));
        });
    }

    private static ZoneId zone(Fields fields, Country country) {
        ZoneId stored = fields.value("timeZone", ZoneId::of);
        return TimeZones.of(country)
                .filter(usual -> !TimeZones.isOf(country, stored))
                .orElse(stored);
    }

    private static Place place(Fields fields, GeoPoint location) {
        Country country = fields.value("country", Country::new);
        String stored = fields.optionalText("county");
        County county = stored == null ? null : county(stored);
        String region = fields.optionalText("region");
        if (stored != null && county == null) {
            county = countyOf(location, country);
            region = region == null ? stored : region;
        }
        return new Place(
                fields.optionalText("street"),
                fields.optionalText("town"),
                county,
                region,
                country,
                fields.isTrue("gaeltacht"));
    }

    private static @Nullable County county(String name) {
        return Stream.of(County.values())
                .filter(county -> county.name().equals(name))
                .findAny()
                .orElse(null);
    }

    private static @Nullable County countyOf(GeoPoint location, Country country) {
        return CountyBoundaries.bundled()
                .countyOf(location)
                .filter(county -> isOf(county, country))
                .or(() -> Stream.of(County.values())
                        .filter(county -> isOf(county, country))
                        .min(Comparator.comparingDouble(
                                county -> county.centre().metresTo(location))))
                .orElse(null);
    }

    private static boolean isOf(County county, Country country) {
        return country.equals(county.inNorthernIreland() ? Country.UNITED_KINGDOM : Country.IRELAND);
    }
}
