package ie.tradsessions.infrastructure.local.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Takes flat values out of JSON as text. */
final class JsonFields {
    private JsonFields() {}

    /** Puts every plain value of the current object into {@code fields}; skips anything but an object. */
    static void read(JsonParser json, Map<String, String> fields) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            json.nextToken();
            readOne(json, property, fields);
        }
    }

    /** A list of plain values becomes text with semicolons; an object is skipped. */
    static void readOne(JsonParser json, String property, Map<String, String> fields) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<String> values = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken().isScalarValue()) {
                    values.add(json.getString());
                } else {
                    json.skipChildren();
                }
            }
            put(fields, property, String.join(";", values));
        } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            put(fields, property, json.getString());
        } else {
            json.skipChildren();
        }
    }

    private static void put(Map<String, String> fields, String property, String value) {
        // Programs write NaN for a cell without a value.
        if (!value.isBlank() && !value.equals("NaN")) {
            fields.put(property, value);
        }
    }
}
