package ie.tradsessions.infrastructure.local.importing;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A feature of GeoJSON. Its properties are tags of OpenStreetMap, as overpass-turbo exports them, or bear the names of
 * our columns. It lies in the middle of the box around its geometry.
 */
final class GeoJsonFeature {
    private final Map<String, String> fields = new HashMap<>();
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;
    private double west = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;

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
            case "id" -> {
                Map<String, String> id = new HashMap<>();
                JsonFields.readOne(json, FileRecord.ID, id);
                id.forEach(fields::putIfAbsent);
            }
            case "properties" -> JsonFields.read(json, fields);
            case "geometry" -> readGeometry(json);
            default -> json.skipChildren();
        }
    }

    FileRecord toRecord(long number) {
        if (south <= north && west <= east) {
            fields.put(FileRecord.LATITUDE, Double.toString((south + north) / 2));
            fields.put(FileRecord.LONGITUDE, Double.toString((west + east) / 2));
        }
        return new FileRecord(format(), "feature", number, fields);
    }

    private FileRecord.Format format() {
        if (fields.containsKey("recurrence")) {
            return FileRecord.Format.SESSION_COLUMNS;
        }
        boolean tags = OsmTags.isElement(fields.get(FileRecord.ID))
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
                    west = Math.min(west, degrees);
                    east = Math.max(east, degrees);
                } else if (index == 1) {
                    south = Math.min(south, degrees);
                    north = Math.max(north, degrees);
                }
                index++;
            } else {
                json.skipChildren();
            }
        } while (depth > 0 && json.nextToken() != null);
    }
}
