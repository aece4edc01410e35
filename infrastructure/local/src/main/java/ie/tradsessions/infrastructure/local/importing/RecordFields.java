package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.TimeZones;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.venue.WebAddress;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Pattern PHONE = Pattern.compile("[+(]{0,2} ?[0-9][0-9 ()./\u2010-\u2013-]{4,}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Locale IRISH = Locale.of("ga");

    /** The types that the calendar names: their constants by what those are called in Irish. */
    private static final Map<Class<?>, Map<String, String>> CALENDAR = Map.of(
            DayOfWeek.class,
            inIrish(style -> Stream.of(DayOfWeek.values())
                    .collect(Collectors.toMap(day -> day.getDisplayName(style, IRISH), Enum::name))),
            Month.class,
            inIrish(style -> Stream.of(Month.values())
                    .collect(Collectors.toMap(month -> month.getDisplayName(style, IRISH), Enum::name))));

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
        return parts(name, ";");
    }

    /** The parts of a list of values that hold no comma, which commas and line ends separate too. */
    List<String> values(String name) {
        return parts(name, "[;,\n]");
    }

    private List<String> parts(String name, String separator) {
        return Stream.of(text(name, "").split(separator, -1))
                .map(Text::cleaned)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    GeoPoint position() {
        if (!has(FileRecord.LATITUDE) || !has(FileRecord.LONGITUDE)) {
            throw new InvalidValue("position", "needed: a latitude and a longitude");
        }
        double latitude = WrittenNumber.degrees(FileRecord.LATITUDE, needed(FileRecord.LATITUDE));
        double longitude = WrittenNumber.degrees(FileRecord.LONGITUDE, needed(FileRecord.LONGITUDE));
        if (Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90) {
            throw new InvalidValue(FileRecord.LATITUDE, "-90 to 90 degrees; lat and lon seem to have changed places");
        }
        return new GeoPoint(latitude, longitude);
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
        warn("county “" + FileRecord.shown(stated) + "” is not one of the 32; taken from the position");
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
        return stated == null ? null : TimeZones.named(name, stated);
    }

    boolean flag(String name) {
        return switch (text(name, "false").toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new InvalidValue(name, "true or false");
        };
    }

    int number(String name) {
        String stated = needed(name);
        if (!WHOLE_NUMBER.matcher(stated).matches()) {
            throw new InvalidValue(name, "a whole number in figures");
        }
        return Integer.parseInt(stated);
    }

    LocalTime time(String name) {
        return WrittenTime.read(name, needed(name));
    }

    /**
     * A constant in any case, spelled with spaces, hyphens or underscores; a day or month also by three letters, in the
     * plural, or in Irish.
     */
    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(name, needed(name), type);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
        return has(name) ? constant(name, type) : otherwise;
    }

    <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String part : values(name)) {
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
        if (CALENDAR.containsKey(type)) {
            String beginning = text.toUpperCase(Locale.ROOT).replaceFirst("(S|\\.|S\\.)$", "");
            for (E each : all) {
                if ((beginning.length() >= 3 && each.name().startsWith(beginning))
                        || each.name().equals(CALENDAR.get(type).get(folded))) {
                    return each;
                }
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
        try {
            return WebAddress.read("website", stated);
        } catch (InvalidValue e) {
            warn("website left out, it is not an address of the web");
            return null;
        }
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

    /** The names of constants by their folded Irish names, with and without the "Dé" before a day. */
    private static Map<String, String> inIrish(Function<TextStyle, Map<String, String>> names) {
        Map<String, String> inIrish = new HashMap<>();
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
            names.apply(style).forEach((irish, name) -> {
                String folded = FoldedText.fold(irish);
                inIrish.put(folded, name);
                inIrish.put(folded.replaceFirst("^de ", ""), name);
            });
        }
        return Map.copyOf(inIrish);
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
