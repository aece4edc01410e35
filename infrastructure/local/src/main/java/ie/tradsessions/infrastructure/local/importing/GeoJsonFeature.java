package ie.tradsessions.infrastructure.local.importing;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A feature of GeoJSON. Its properties are tags of OpenStreetMap, as overpass-turbo exports them, or bear the names of
 * our columns. It lies in the middle of the box around its geometry.
 */
final class GeoJsonFeature {
    /** The identifier beside the properties. */
    private static final String FEATURE_ID = "@feature";

    private final Map<String, String> fields = new HashMap<>();
    private final Outline outline = new Outline();

    static FileRecord read(JsonParser json, long number) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return new FileRecord(
                    FileRecord.Format.VENUE_COLUMNS, "feature", number, Map.of(RecordFields.BROKEN, "an object"));
        }
        GeoJsonFeature feature = new GeoJsonFeature();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            json.nextToken();
            feature.take(property, json);
        }
        return feature.toRecord(number);
    }

    /** Takes over one property of the feature, on whose value the parser stands. */
    void take(String property, JsonParser json) {
        switch (property) {
            case "id" -> JsonFields.readOne(json, FEATURE_ID, fields);
            case "properties" -> readProperties(json);
            case "geometry" -> readGeometry(json);
            default -> json.skipChildren();
        }
    }

    FileRecord toRecord(long number) {
        outline.putMiddle(fields);
        FileRecord.Format format = format();
        if (format == FileRecord.Format.OSM_TAGS) {
            String element = OsmElementId.of(fields, FEATURE_ID);
            fields.remove(FileRecord.ID);
            if (element != null) {
                fields.put(FileRecord.ID, element);
            }
        }
        return new FileRecord(format, "feature", number, fields);
    }

    private void readProperties(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        Map<String, String> properties = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            json.nextToken();
            if (property.equals("tags")) {
                JsonFields.read(json, properties);
            } else {
                JsonFields.readOne(json, property, properties);
            }
        }
        properties.forEach((name, value) -> fields.putIfAbsent(FileRecord.fieldName(name), value));
    }

    private FileRecord.Format format() {
        if (fields.containsKey("recurrence")) {
            return FileRecord.Format.SESSION_COLUMNS;
        }
        boolean tags = Stream.of(FileRecord.ID, "id", FEATURE_ID).anyMatch(name -> OsmTags.isElement(fields.get(name)))
                || fields.containsKey("amenity")
                || fields.keySet().stream()
                        .anyMatch(name -> name.startsWith("addr:") || OsmLifecycle.isFormerKind(name));
        return tags ? FileRecord.Format.OSM_TAGS : FileRecord.Format.VENUE_COLUMNS;
    }

    private void readGeometry(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            json.nextToken();
            if (property.equals("coordinates")) {
                readCoordinates(json);
            } else {
                json.skipChildren();
            }
        }
    }

    /** Lists of lists of positions, however deep: what begins with two numbers is a position. */
    private void readCoordinates(JsonParser json) {
        int depth = 0;
        int index = 0;
        do {
            JsonToken token = json.currentToken();
            if (token == JsonToken.START_ARRAY) {
                depth++;
                index = 0;
            } else if (token == JsonToken.END_ARRAY) {
                depth--;
            } else if (token.isNumeric()) {
                double degrees = json.getDoubleValue();
                if (index == 0) {
                    outline.addLongitude(degrees);
                } else if (index == 1) {
                    outline.addLatitude(degrees);
                }
                index++;
            } else {
                json.skipChildren();
            }
        } while (depth > 0 && json.nextToken() != null);
    }
}
