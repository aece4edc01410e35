package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.application.venue.VenueDescription;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.venue.Source;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a venue out of tags as OpenStreetMap's mappers write them; notes to other mappers are not read. */
final class OsmTags {
    private static final Pattern ELEMENT = Pattern.compile("(node|way|relation)/\\d+");
    private static final Pattern CLOSED_NAME = Pattern.compile(
            ".*[(\\[]\\s*(permanently\\s+)?(closed|disused|shut)( down)?\\s*[)\\]]\\s*", Pattern.CASE_INSENSITIVE);
    private static final List<String> CLOSED_FLAGS = List.of("disused", "abandoned", "closed", "demolished", "razed");
    private static final List<String> CLOSED_PREFIXES =
            List.of("disused:", "abandoned:", "demolished:", "razed:", "removed:", "was:");
    private static final List<String> KINDS = List.of("amenity", "tourism", "leisure", "building", "shop", "club");
    private static final List<String> OTHER_NAMES =
            List.of("alt_name", "alt_name:en", "name:en", "loc_name", "official_name", "short_name", "alt_name:ga");
    private static final int MAX_OTHER_NAMES = 10;

    private OsmTags() {}

    static boolean isElement(@Nullable String id) {
        return id != null && ELEMENT.matcher(id).matches();
    }

    static VenueRow read(FileRecord record) {
        RecordFields tags = new RecordFields(record);
        String name = tags.needed("name");
        refuseClosed(record, name);
        String key = tags.needed(FileRecord.ID);
        if (!isElement(key)) {
            throw new InvalidValue("id", "a type (node, way, relation) and a number, as OpenStreetMap gives");
        }
        VenueDescription venue = new VenueDescription(
                name,
                tags.text("name:ga"),
                OTHER_NAMES.stream()
                        .flatMap(tag -> tags.list(tag).stream())
                        .distinct()
                        .limit(MAX_OTHER_NAMES)
                        .toList(),
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
        return new VenueRow(venue, new Source(Source.OPENSTREETMAP, key), tags.warnings());
    }

    private static void refuseClosed(FileRecord record, String name) {
        boolean flagged = CLOSED_FLAGS.stream()
                .anyMatch(flag -> record.fields().getOrDefault(flag, "no").equals("yes"));
        boolean former = KINDS.stream().noneMatch(record.fields()::containsKey)
                && CLOSED_PREFIXES.stream()
                        .flatMap(prefix -> KINDS.stream().map(prefix::concat))
                        .anyMatch(record.fields()::containsKey);
        boolean neverOpen = Stream.of("closed", "off")
                .anyMatch(record.fields()
                        .getOrDefault("opening_hours", "")
                        .strip()
                        .toLowerCase(Locale.ROOT)::equals);
        if (flagged || former || neverOpen || CLOSED_NAME.matcher(name).matches()) {
            throw new InvalidValue("venue", "one that is open; the mappers say that this one has closed");
        }
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
