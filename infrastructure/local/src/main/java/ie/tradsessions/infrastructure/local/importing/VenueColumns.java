package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.application.venue.VenueDescription;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.venue.Source;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a venue out of our own columns. */
public final class VenueColumns {
    /** The data set of what people write in files of their own. */
    static final String FROM_FILES = "csv";

    static final Set<String> KNOWN = Set.of(
            "key",
            "name",
            "name_irish",
            "other_names",
            "former_names",
            "street",
            "town",
            "county",
            "region",
            "country",
            "time_zone",
            "gaeltacht",
            "lat",
            "lon",
            "website",
            "phone");

    private VenueColumns() {}

    /**
     * @param dataset the data set to which its key belongs
     * @throws ie.tradsessions.domain.InvalidValue naming the column that is not as it should be
     */
    public static VenueRow read(FileRecord record, String dataset) {
        RecordFields columns = new RecordFields(record);
        String name = columns.needed("name");
        return read(columns, name, columns.text("key", derivedKey(name, columns.position())), dataset);
    }

    /** The venue that a row of a session may mean by a key: one of our own files, or an element of OpenStreetMap. */
    static @Nullable Source sourceOf(String key) {
        if (key.length() > Source.MAX_KEY_LENGTH) {
            return null;
        }
        return new Source(OsmTags.isElement(key) ? Source.OPENSTREETMAP : FROM_FILES, key);
    }

    /** The venue that a row of a session describes on the way: its name, its position and perhaps its address. */
    static VenueRow ofSession(RecordFields columns, String name) {
        return read(columns, name, derivedKey(name, columns.position()), FROM_FILES);
    }

    private static VenueRow read(RecordFields columns, String name, String key, String dataset) {
        VenueDescription venue = new VenueDescription(
                name,
                columns.text("name_irish"),
                columns.list("other_names"),
                columns.list("former_names"),
                columns.text("street"),
                columns.text("town"),
                columns.county("county"),
                columns.text("region"),
                columns.country("country"),
                columns.flag("gaeltacht"),
                columns.position(),
                columns.zone("time_zone"),
                columns.website("website"),
                columns.phone("phone"));
        return new VenueRow(venue, new Source(dataset, key), null, columns.warnings());
    }

    /** Whoever gives no key and moves a venue by more than a metre, or renames it, has another venue. */
    private static String derivedKey(String name, GeoPoint position) {
        String key = String.format(
                Locale.ROOT, "%s @ %.5f,%.5f", FoldedText.fold(name), position.latitude(), position.longitude());
        int tooMany = key.codePointCount(0, key.length()) - Source.MAX_KEY_LENGTH;
        return key.substring(key.offsetByCodePoints(0, Math.max(0, tooMany)));
    }

    /** What identifies a venue of a file that gives no key. */
    static Source derivedSource(String name, GeoPoint position) {
        return new Source(FROM_FILES, derivedKey(name, position));
    }
}
