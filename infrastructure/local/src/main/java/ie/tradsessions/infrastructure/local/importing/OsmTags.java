package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.application.venue.VenueDescription;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.venue.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a venue out of tags as OpenStreetMap's mappers write them; notes to other mappers are not read. */
final class OsmTags {
    private static final Pattern ELEMENT = Pattern.compile("(node|way|relation)/[0-9]+");
    private static final List<String> OTHER_NAMES =
            List.of("alt_name", "alt_name:en", "name:en", "loc_name", "official_name", "short_name", "alt_name:ga");
    private static final List<String> FORMER_NAMES = List.of("old_name", "old_name:en", "old_name:ga", "was:name");
    private static final int MAX_NAMES = 10;

    private OsmTags() {}

    static boolean isElement(@Nullable String id) {
        return id != null && ELEMENT.matcher(id).matches();
    }

    /** @param today the day on which an end date is past */
    static VenueRow read(FileRecord record, LocalDate today) {
        RecordFields tags = new RecordFields(record);
        String closedBecause = OsmLifecycle.closedBecause(tags, today).orElse(null);
        String name = closedBecause == null ? tags.needed("name") : nameOfClosed(tags);
        VenueDescription venue = new VenueDescription(
                name,
                tags.text("name:ga"),
                names(tags, OTHER_NAMES),
                names(tags, FORMER_NAMES),
                street(tags),
                first(tags, "addr:city", "addr:town", "addr:village", "addr:hamlet"),
                tags.county("addr:county"),
                null,
                tags.country("addr:country"),
                false,
                tags.position(),
                null,
                tags.website("website", "contact:website", "url"),
                tags.phone("phone", "contact:phone"));
        return new VenueRow(venue, source(tags, name), closedBecause, tags.warnings());
    }

    /** Mappers move the name of a closed pub to where no search finds it, or take it away. */
    private static String nameOfClosed(RecordFields tags) {
        return Stream.of(tags.text("name"), OsmLifecycle.formerName(tags), tags.text(FileRecord.ID))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new InvalidValue("name", "needed"));
    }

    /** Tags whose element nobody says are known by name and position, as a row of any file is. */
    private static Source source(RecordFields tags, String name) {
        if (!tags.has(FileRecord.ID)) {
            return VenueColumns.derivedSource(name, tags.position());
        }
        String element = tags.needed(FileRecord.ID);
        if (!isElement(element)) {
            throw new InvalidValue("id", "a type (node, way, relation) and a number, as OpenStreetMap gives");
        }
        return new Source(Source.OPENSTREETMAP, element);
    }

    private static List<String> names(RecordFields tags, List<String> from) {
        return from.stream()
                .flatMap(tag -> tags.list(tag).stream())
                .distinct()
                .limit(MAX_NAMES)
                .toList();
    }

    private static @Nullable String street(RecordFields tags) {
        String street = first(tags, "addr:street", "addr:place");
        String number = tags.text("addr:housenumber");
        return street == null || number == null ? street : number.strip() + " " + street.strip();
    }

    private static @Nullable String first(RecordFields tags, String... names) {
        return Stream.of(names).filter(tags::has).map(tags::needed).findFirst().orElse(null);
    }
}
