package ie.tradsessions.infrastructure.local.importing;

import java.util.Map;

/**
 * A record of a file, as it stands there.
 *
 * @param unit what the file calls its records: a line, an element, a feature
 * @param number the number of the record or, of a line, where it begins; from 1
 * @param fields without those that are blank
 */
public record FileRecord(Format format, String unit, long number, Map<String, String> fields) {
    /** The names under which the readers of JSON put what is not among the tags or properties. */
    static final String ID = "@id";

    /** The line as it stands. */
    static final String LINE = "@line";

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
        fields = Map.copyOf(fields);
    }

    /** For a person who looks the record up in the file. */
    String label() {
        String name = fields.getOrDefault("name", fields.getOrDefault("venue", fields.getOrDefault(ID, "")));
        String shown = name.length() > 60 ? name.substring(0, 59) + "…" : name;
        // A name may hold what would upset a terminal.
        String plain = shown.replaceAll("\\p{Cntrl}", "?");
        return unit + " " + number + (plain.isEmpty() ? "" : " “" + plain + "”");
    }
}
