package ie.tradsessions.infrastructure.local.importing;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which element of OpenStreetMap a feature is, in the ways in which programs export that. */
final class OsmElementId {
    private static final Pattern FORM =
            Pattern.compile("(node|way|relation|area|[nwra])[/ _]?([0-9]{1,18})", Pattern.CASE_INSENSITIVE);

    private OsmElementId() {}

    /**
     * The type and number, {@code node/79}, or null where no field says both.
     *
     * @param featureId the field that holds the identifier of the feature itself
     */
    static @Nullable String of(Map<String, String> fields, String featureId) {
        return Stream.of(
                        fields.get(FileRecord.ID),
                        fields.get("id"),
                        fields.get(featureId),
                        fields.get("full_id"),
                        joined(fields, "osm_type", "osm_id"),
                        joined(fields, "@type", FileRecord.ID),
                        joined(fields, "type", "id"),
                        fields.get("osm_id"))
                .filter(Objects::nonNull)
                .map(OsmElementId::element)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String joined(Map<String, String> fields, String type, String number) {
        return fields.containsKey(type) ? fields.get(type) + "/" + fields.get(number) : null;
    }

    private static @Nullable String element(String id) {
        Matcher form = FORM.matcher(id);
        if (!form.matches()) {
            return null;
        }
        String number = form.group(2);
        return switch (Character.toLowerCase(form.group(1).charAt(0))) {
            case 'n' -> "node/" + number;
            case 'w' -> "way/" + number;
            case 'r' -> "relation/" + number;
            default -> {
                // osmium numbers areas: even ones are of ways, odd ones of relations.
                long area = Long.parseLong(number);
                yield (area % 2 == 0 ? "way/" : "relation/") + area / 2;
            }
        };
    }
}
