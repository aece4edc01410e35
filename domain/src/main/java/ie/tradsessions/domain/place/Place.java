package ie.tradsessions.domain.place;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where a venue is, as people say it. On the island of Ireland that is a county; abroad it is a country and, where one
 * is told, a region.
 *
 * @param street house number and street, or null
 * @param town village, town or city, or null where nobody has told it
 * @param county one of the 32, or null abroad
 * @param region state, province or the like abroad, or null
 * @param gaeltacht whether it lies in an Irish-speaking district
 */
public record Place(
        @Nullable String street,
        @Nullable String town,
        @Nullable County county,
        @Nullable String region,
        Country country,
        boolean gaeltacht) {
    public Place {
        street = Text.optionalLine("street", street, 200);
        town = Text.optionalLine("town", town, 100);
        region = Text.optionalLine("region", region, 100);
        if (county == null && country.equals(Country.IRELAND)) {
            throw new InvalidValue("county", "one of the 32 counties, for a venue in Ireland");
        }
        if (county != null && !country.equals(countryOf(county))) {
            throw new InvalidValue("country", countryOf(county).code() + " for County " + county.englishName());
        }
        if (gaeltacht && !country.equals(Country.IRELAND)) {
            throw new InvalidValue("gaeltacht", "true only in Ireland");
        }
    }

    /** A place in one of the 32 counties. */
    public static Place in(County county, @Nullable String town) {
        return new Place(null, town, county, null, countryOf(county), false);
    }

    private static Country countryOf(County county) {
        return county.inNorthernIreland() ? Country.UNITED_KINGDOM : Country.IRELAND;
    }
}
