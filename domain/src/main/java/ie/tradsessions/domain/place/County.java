package ie.tradsessions.domain.place;

import ie.tradsessions.domain.search.FoldedText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One of the 32 counties of Ireland, in the alphabetical order of their English names.
 *
 * <p>The Irish names, and the genitives that follow "Contae", are those of the Placenames Database of Ireland
 * (logainm.ie, Placenames Branch of the Irish government).
 */
public enum County {
    ANTRIM("Antrim", "Aontroim", 54.86, -6.21, "Aontroma"),
    ARMAGH("Armagh", "Ard Mhacha", 54.28, -6.56),
    CARLOW("Carlow", "Ceatharlach", 52.73, -6.82, "Ceatharlaigh"),
    CAVAN("Cavan", "An Cabhán", 53.99, -7.34, "an Chabháin", "Cabhán"),
    CLARE("Clare", "An Clár", 52.90, -9.10, "an Chláir", "Clár"),
    CORK("Cork", "Corcaigh", 51.92, -8.83, "Chorcaí", "Corcaighe"),
    DERRY("Derry", "Doire", 54.93, -6.85, "Londonderry", "Dhoire", "Derry/Londonderry", "Derry~Londonderry"),
    DONEGAL("Donegal", "Dún na nGall", 54.92, -7.90, "Tír Chonaill", "Tyrconnell"),
    DOWN("Down", "An Dún", 54.36, -5.94, "an Dúin"),
    DUBLIN(
            "Dublin",
            "Baile Átha Cliath",
            53.39,
            -6.28,
            "Áth Cliath",
            "Átha Cliath",
            "Fingal",
            "Fine Gall",
            "South Dublin",
            "Dún Laoghaire-Rathdown"),
    FERMANAGH("Fermanagh", "Fear Manach", 54.35, -7.65),
    GALWAY("Galway", "Gaillimh", 53.43, -8.66, "na Gaillimhe"),
    KERRY("Kerry", "Ciarraí", 52.06, -9.50, "Ciarraighe"),
    KILDARE("Kildare", "Cill Dara", 53.19, -6.81),
    KILKENNY("Kilkenny", "Cill Chainnigh", 52.57, -7.23),
    LAOIS("Laois", "Laois", 52.98, -7.35, "Laoise", "Laoighis", "Leix", "Queen's County"),
    LEITRIM("Leitrim", "Liatroim", 53.99, -7.84, "Liatroma"),
    LIMERICK("Limerick", "Luimneach", 52.49, -8.74, "Luimnigh"),
    LONGFORD("Longford", "An Longfort", 53.71, -7.72, "an Longfoirt", "Longfort"),
    LOUTH("Louth", "Lú", 53.86, -6.47, "Lughbhaidh"),
    MAYO("Mayo", "Maigh Eo", 53.83, -9.19, "Mhuigheo"),
    MEATH("Meath", "An Mhí", 53.63, -6.72, "na Mí"),
    MONAGHAN("Monaghan", "Muineachán", 54.16, -6.92, "Mhuineacháin"),
    OFFALY("Offaly", "Uíbh Fhailí", 53.24, -7.78, "Ua bhFailí", "King's County"),
    ROSCOMMON("Roscommon", "Ros Comáin", 53.72, -8.25),
    SLIGO("Sligo", "Sligeach", 54.14, -8.74, "Shligigh"),
    TIPPERARY("Tipperary", "Tiobraid Árann", 52.64, -7.95, "North Tipperary", "South Tipperary", "Tipp"),
    TYRONE("Tyrone", "Tír Eoghain", 54.61, -7.15),
    WATERFORD("Waterford", "Port Láirge", 52.23, -7.53),
    WESTMEATH("Westmeath", "An Iarmhí", 53.53, -7.44, "na hIarmhí", "Iarmhí"),
    WEXFORD("Wexford", "Loch Garman", 52.46, -6.57),
    WICKLOW("Wicklow", "Cill Mhantáin", 52.98, -6.37);

    private static final Map<String, County> BY_FOLDED_NAME = byFoldedName();
    private static final List<String> WORDS_BEFORE = List.of("co", "county", "contae");
    private static final List<String> WORDS_AFTER = List.of("county", "city");

    private final String englishName;
    private final String irishName;
    private final GeoPoint centre;
    private final List<String> aliases;

    County(String englishName, String irishName, double latitude, double longitude, String... aliases) {
        this.englishName = englishName;
        this.irishName = irishName;
        this.centre = new GeoPoint(latitude, longitude);
        this.aliases = List.of(aliases);
    }

    /**
     * The county of a name as people write it: in English or Irish, with or without "Co.", "County" or "Contae" (and
     * the genitive that Irish puts after it), in any case, with or without fadas; also names that a county had.
     */
    public static Optional<County> named(String text) {
        String name = FoldedText.fold(text);
        County county = BY_FOLDED_NAME.get(name);
        if (county != null) {
            return Optional.of(county);
        }
        for (String word : WORDS_BEFORE) {
            if (name.startsWith(word + " ")) {
                return Optional.ofNullable(BY_FOLDED_NAME.get(name.substring(word.length() + 1)));
            }
        }
        for (String word : WORDS_AFTER) {
            if (name.endsWith(" " + word)) {
                return Optional.ofNullable(BY_FOLDED_NAME.get(name.substring(0, name.length() - word.length() - 1)));
            }
        }
        return Optional.empty();
    }

    public String englishName() {
        return englishName;
    }

    /** The Irish name without "Contae", for example "An Clár". */
    public String irishName() {
        return irishName;
    }

    /** Other names by which {@link #named} knows the county: genitives, former names, councils within it. */
    public List<String> aliases() {
        return aliases;
    }

    /** The name in an address of the web, for example {@code clare}. */
    public String slug() {
        return englishName.toLowerCase(Locale.ROOT);
    }

    /** A point well inside the county, where a map would write its name. */
    public GeoPoint centre() {
        return centre;
    }

    /** Whether it is one of the six counties of Northern Ireland; the other 26 make up the Republic. */
    public boolean inNorthernIreland() {
        return switch (this) {
            case ANTRIM, ARMAGH, DERRY, DOWN, FERMANAGH, TYRONE -> true;
            default -> false;
        };
    }

    private static Map<String, County> byFoldedName() {
        Map<String, County> byName = new HashMap<>();
        for (County county : values()) {
            byName.put(FoldedText.fold(county.englishName), county);
            byName.put(FoldedText.fold(county.irishName), county);
            for (String alias : county.aliases) {
                byName.put(FoldedText.fold(alias), county);
            }
        }
        return Map.copyOf(byName);
    }
}
