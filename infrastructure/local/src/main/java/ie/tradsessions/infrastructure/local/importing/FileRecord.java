package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.domain.Text;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A record of a file, as it stands there.
 *
 * @param unit what the file calls its records: a line, an element, a feature
 * @param number the number of the record or, of a line, where it begins; from 1
 * @param fields without those that are blank; the others without blanks around them and characters that nobody sees
 */
public record FileRecord(Format format, String unit, long number, Map<String, String> fields) {
    /** The names under which the readers of JSON put what is not among the tags or properties. */
    static final String ID = "@id";

    /** The line as it stands. */
    static final String LINE = "@line";

    private static final int MAX_SHOWN = 60;

    static final String LATITUDE = "lat";
    static final String LONGITUDE = "lon";

    /** How the fields are to be read. */
    enum Format {
        /** Tags as OpenStreetMap's mappers write them. */
        OSM_TAGS,
        VENUE_COLUMNS,
        SESSION_COLUMNS,
        /** One line of our own export, whole. */
        EXPORT_LINE
    }

    public FileRecord {
        fields = fields.entrySet().stream()
                .map(field -> Map.entry(field.getKey(), cleaned(field)))
                .filter(field -> !field.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A line is cleaned field by field by those who read it. */
    private static String cleaned(Map.Entry<String, String> field) {
        return field.getKey().equals(LINE) ? field.getValue() : Text.cleaned(field.getValue());
    }

    /** The name of a field that a file spells in any case, with blanks or hyphens. */
    static String fieldName(String title) {
        return Text.cleaned(title).toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    /** What the file calls a field of the domain, such as {@code timeZone} or {@code schedule.dates}. */
    String titleOf(String field) {
        return switch (format) {
            case VENUE_COLUMNS, SESSION_COLUMNS ->
                field.replaceFirst("^schedule\\.", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toLowerCase(Locale.ROOT);
            case OSM_TAGS, EXPORT_LINE -> field;
        };
    }

    /** For a person who looks the record up in the file. */
    String label() {
        String name = fields.getOrDefault("name", fields.getOrDefault("venue", fields.getOrDefault(ID, "")));
        return unit + " " + number + (name.isEmpty() ? "" : " “" + shown(name) + "”");
    }

    /** A value as it fits into one line of a report. */
    static String shown(String value) {
        boolean isLong = value.codePointCount(0, value.length()) > MAX_SHOWN;
        String beginning = isLong ? value.substring(0, value.offsetByCodePoints(0, MAX_SHOWN - 1)) + "…" : value;
        // Line ends are left in it, and halves of characters.
        return beginning.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }
}
