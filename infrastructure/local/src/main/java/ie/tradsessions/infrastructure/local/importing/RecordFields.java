package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.search.FoldedText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record, as values. A field that matters and is wrong is an {@link InvalidValue}; one that can be
 * done without is left out, and {@link #warnings} say so.
 */
final class RecordFields {
    /** Stands for a row that has more or fewer fields than the first line names. */
    static final String COUNT = "@count";

    /** Stands for a record that cannot be read at all. */
    static final String BROKEN = "@broken";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);
    private static final Pattern PHONE = Pattern.compile("[+(]{0,2} ?[0-9][0-9 ()./\u2010-\u2013-]{4,}");
    private static final Pattern WITH_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
    private static final Map<String, Country> COUNTRIES = countriesByName();

    private final Map<String, String> values;
    private final List<String> warnings = new ArrayList<>();

    /** @throws InvalidValue if the record as a whole is not what it should be */
    RecordFields(FileRecord record) {
        values = record.fields();
        String broken = values.get(BROKEN);
        if (broken != null) {
            throw new InvalidValue(record.unit(), broken);
        }
        if (values.containsKey(COUNT)) {
            throw new InvalidValue("columns", "as many as line 1 names; this row has " + values.get(COUNT));
        }
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    String needed(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new InvalidValue(name, "needed");
        }
        return value;
    }

    /** The parts of a list, which semicolons separate. */
    List<String> list(String name) {
        return split(text(name, "")).toList();
    }

    static Stream<String> split(String list) {
        return Stream.of(list.split(";", -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    GeoPoint position() {
        if (!has(FileRecord.LATITUDE) || !has(FileRecord.LONGITUDE)) {
            throw new InvalidValue("position", "needed: a latitude and a longitude");
        }
        return new GeoPoint(degrees(FileRecord.LATITUDE), degrees(FileRecord.LONGITUDE));
    }

    private double degrees(String name) {
        try {
            return Double.parseDouble(needed(name).strip());
        } catch (NumberFormatException e) {
            throw new InvalidValue(name, "a number of degrees such as 53.35");
        }
    }

    /** Where it cannot be told which county is meant, the position has to say. */
    @Nullable
    County county(String name) {
        String stated = text(name);
        if (stated == null) {
            return null;
        }
        String meant = stated.replaceAll("(?i)\\b(county|city)\\s+council\\b", "");
        List<County> counties = Stream.concat(Stream.of(meant), Stream.of(meant.split("[/,;&]", -1)))
                .map(RecordFields::countyNamed)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (counties.size() == 1) {
            return counties.getFirst();
        }
        warn("county “" + stated + "” is not one of the 32; taken from the position");
        return null;
    }

    private static @Nullable County countyNamed(String text) {
        return County.named(text)
                // "Tipperary North", as the councils were called.
                .or(() -> County.named(text.replaceAll("(?i)[\\s(]+(north|south|east|west)(\\s+riding)?\\)?\\s*$", "")))
                .orElse(null);
    }

    @Nullable
    Country country(String name) {
        String stated = text(name);
        if (stated == null) {
            return null;
        }
        Country country = COUNTRIES.get(FoldedText.fold(stated));
        return country != null ? country : new Country(stated);
    }

    @Nullable
    ZoneId zone(String name) {
        String stated = text(name);
        try {
            return stated == null ? null : ZoneId.of(stated.strip());
        } catch (DateTimeException e) {
            throw new InvalidValue(name, "a zone such as Europe/Dublin");
        }
    }

    boolean flag(String name) {
        return switch (text(name, "false").strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new InvalidValue(name, "true or false");
        };
    }

    int number(String name) {
        try {
            return Integer.parseInt(needed(name).strip());
        } catch (NumberFormatException e) {
            throw new InvalidValue(name, "a whole number");
        }
    }

    LocalTime time(String name) {
        try {
            return LocalTime.parse(needed(name).strip(), TIME);
        } catch (DateTimeException e) {
            throw new InvalidValue(name, "a time of day such as 21:30");
        }
    }

    /** A constant in any case, spelled with spaces, hyphens or underscores; a day or month also by three letters. */
    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(name, needed(name), type);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
        return has(name) ? constant(name, type) : otherwise;
    }

    <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String part : list(name)) {
            constants.add(constant(name, part, type));
        }
        return constants;
    }

    private static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        E[] all = Objects.requireNonNull(type.getEnumConstants());
        String folded = FoldedText.fold(text);
        for (E each : all) {
            if (FoldedText.fold(each.name()).equals(folded)) {
                return each;
            }
        }
        boolean ofCalendar = type.getPackageName().equals("java.time");
        String beginning = text.strip().toUpperCase(Locale.ROOT).replaceFirst("(S|\\.)$", "");
        for (E each : all) {
            if (ofCalendar && beginning.length() >= 3 && each.name().startsWith(beginning)) {
                return each;
            }
        }
        throw new InvalidValue(
                name, "of " + String.join(", ", Stream.of(all).map(Enum::name).toList()));
    }

    /** Null, with a warning, where it is not an address of the web. */
    @Nullable
    URI website(String... names) {
        String stated = first(names);
        if (stated == null) {
            return null;
        }
        String address = WITH_SCHEME.matcher(stated).matches() ? stated : "http://" + stated;
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && uri.getHost().contains(".")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Left out below.
        }
        warn("website left out, it is not an address of the web");
        return null;
    }

    /** Null, with a warning, where nobody could dial it. */
    @Nullable
    String phone(String... names) {
        String stated = first(names);
        if (stated == null || PHONE.matcher(stated).matches()) {
            return stated;
        }
        warn("phone left out, it is not a number to dial");
        return null;
    }

    /** The first part of the first of these fields that is given. */
    private @Nullable String first(String... names) {
        return Stream.of(names).flatMap(name -> list(name).stream()).findFirst().orElse(null);
    }

    private static Map<String, Country> countriesByName() {
        Map<String, Country> countries = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            countries.put(FoldedText.fold(country.getDisplayCountry(Locale.ENGLISH)), new Country(code));
            countries.put(FoldedText.fold(country.getISO3Country()), new Country(code));
        }
        for (String name : List.of("Éire", "Republic of Ireland")) {
            countries.put(FoldedText.fold(name), Country.IRELAND);
        }
        for (String name : List.of("UK", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland")) {
            countries.put(FoldedText.fold(name), Country.UNITED_KINGDOM);
        }
        countries.put(FoldedText.fold("USA"), new Country("US"));
        return countries;
    }
}
