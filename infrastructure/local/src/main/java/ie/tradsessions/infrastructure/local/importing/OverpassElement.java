package ie.tradsessions.infrastructure.local.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A node, way or relation in an answer of the Overpass API. */
final class OverpassElement {
    private OverpassElement() {}

    /** Empty for what only draws another element: the corners of a building. */
    static Optional<FileRecord> read(JsonParser json, long number) {
        Map<String, String> fields = new HashMap<>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            fields.put(RecordFields.BROKEN, "an object");
            return Optional.of(new FileRecord(FileRecord.Format.OSM_TAGS, "element", number, fields));
        }
        Map<String, String> own = new HashMap<>();
        Map<String, String> bounds = new HashMap<>();
        boolean tagged = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            JsonToken value = json.nextToken();
            switch (property) {
                case "tags" -> {
                    tagged = value == JsonToken.START_OBJECT;
                    JsonFields.read(json, fields);
                }
                case "center" -> JsonFields.read(json, own);
                case "bounds" -> JsonFields.read(json, bounds);
                default -> JsonFields.readOne(json, property, own);
            }
        }
        fields.put(FileRecord.ID, own.getOrDefault("type", "") + "/" + own.getOrDefault("id", ""));
        fields.remove(FileRecord.LATITUDE);
        fields.remove(FileRecord.LONGITUDE);
        if (own.containsKey("lat") && own.containsKey("lon")) {
            fields.put(FileRecord.LATITUDE, own.get("lat"));
            fields.put(FileRecord.LONGITUDE, own.get("lon"));
        } else {
            outlineOf(bounds).putMiddle(fields);
        }
        return tagged
                ? Optional.of(new FileRecord(FileRecord.Format.OSM_TAGS, "element", number, fields))
                : Optional.empty();
    }

    private static Outline outlineOf(Map<String, String> bounds) {
        Outline outline = new Outline();
        for (String latitude : List.of("minlat", "maxlat")) {
            WrittenNumber.of(bounds.getOrDefault(latitude, "")).ifPresent(outline::addLatitude);
        }
        for (String longitude : List.of("minlon", "maxlon")) {
            WrittenNumber.of(bounds.getOrDefault(longitude, "")).ifPresent(outline::addLongitude);
        }
        return outline;
    }
}
