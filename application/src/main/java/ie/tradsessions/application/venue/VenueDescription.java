package ie.tradsessions.application.venue;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.place.TimeZones;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of a venue. Its county, country and time zone may be left out where its position says them.
 *
 * @param county as stated, or null for that of the position
 * @param country as stated, or null for that of the county
 * @param timeZone as stated, or null for that of the county or country
 */
public record VenueDescription(
        String name,
        @Nullable String irishName,
        List<String> otherNames,
        List<String> formerNames,
        @Nullable String street,
        @Nullable String town,
        @Nullable County county,
        @Nullable String region,
        @Nullable Country country,
        boolean gaeltacht,
        GeoPoint location,
        @Nullable ZoneId timeZone,
        @Nullable URI website,
        @Nullable String phone) {
    public VenueDescription {
        otherNames = List.copyOf(otherNames);
        formerNames = List.copyOf(formerNames);
    }

    /** Without its website or its telephone number, if that is the field; else as it is. */
    VenueDescription without(String field) {
        return new VenueDescription(
                name,
                irishName,
                otherNames,
                formerNames,
                street,
                town,
                county,
                region,
                country,
                gaeltacht,
                location,
                timeZone,
                field.equals("website") ? null : website,
                field.equals("phone") ? null : phone);
    }

    /**
     * The venue that is described.
     *
     * @throws InvalidValue if something told is not allowed, or if the position does not say what was left out
     */
    Venue toVenue(VenueId id, List<Source> sources, boolean sample, CountyBoundaries boundaries) {
        County itsCounty = county;
        if (itsCounty == null && (country == null || onIslandPerhaps(country))) {
            itsCounty = boundaries.countyOf(location).orElse(null);
        }
        if (itsCounty != null && county != null && !nearIreland(location)) {
            throw new InvalidValue(
                    "lat", "a position in Ireland (lat 51 to 56, lon -11 to -5), since a county is given");
        }
        if (itsCounty == null && country == null && nearIreland(swapped(location))) {
            throw new InvalidValue(
                    "lat",
                    "a position in Ireland (lat 51 to 56, lon -11 to -5); lat and lon seem to have changed places");
        }
        Country itsCountry = country;
        if (itsCountry == null || (itsCounty != null && county == null)) {
            itsCountry = countryOf(itsCounty);
        }
        Place place = new Place(street, town, itsCounty, region, itsCountry, gaeltacht);
        return new Venue(
                id,
                name,
                irishName,
                otherNames,
                formerNames,
                place,
                location,
                timeZone != null ? timeZone : usualZone(place),
                website,
                phone,
                sources,
                sample,
                null);
    }

    private static boolean onIslandPerhaps(Country country) {
        return country.equals(Country.IRELAND) || country.equals(Country.UNITED_KINGDOM);
    }

    /** Catches a latitude and a longitude that changed places. */
    private static boolean nearIreland(GeoPoint point) {
        return point.latitude() > 51 && point.latitude() < 56 && point.longitude() > -11 && point.longitude() < -5;
    }

    private static GeoPoint swapped(GeoPoint point) {
        // A longitude beyond 90 is no latitude, and so nowhere near Ireland.
        return new GeoPoint(Math.clamp(point.longitude(), -90, 90), point.latitude());
    }

    private static Country countryOf(@Nullable County county) {
        if (county == null) {
            throw new InvalidValue("country", "a country code of two letters (ISO 3166-1), needed outside Ireland");
        }
        return county.inNorthernIreland() ? Country.UNITED_KINGDOM : Country.IRELAND;
    }

    private static ZoneId usualZone(Place place) {
        return TimeZones.of(place.country())
                .orElseThrow(() -> new InvalidValue(
                        "timeZone", "a zone such as Europe/Paris, needed outside Ireland and Britain"));
    }
}
