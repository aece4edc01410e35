package ie.tradsessions.domain.place;

import ie.tradsessions.domain.InvalidValue;
import java.util.Locale;
import java.util.Set;

/**
 * A country.
 *
 * @param code ISO 3166-1 alpha-2, upper case
 */
public record Country(String code) implements Comparable<Country> {
    public static final Country IRELAND = new Country("IE");
    public static final Country UNITED_KINGDOM = new Country("GB");

    public Country {
        code = code.strip().toUpperCase(Locale.ROOT);
        if (!Codes.KNOWN.contains(code)) {
            throw new InvalidValue("country", "a country code of two letters (ISO 3166-1), for example IE, GB or US");
        }
    }

    @Override
    public int compareTo(Country other) {
        return code.compareTo(other.code);
    }

    // Apart from the record, because the record's own constants need it before the record is initialised.
    private static final class Codes {
        static final Set<String> KNOWN = Set.of(Locale.getISOCountries());
    }
}
