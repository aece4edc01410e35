package ie.tradsessions.infrastructure.local.importing;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** What the Overpass API of OpenStreetMap answers, or GeoJSON (RFC 7946). */
final class JsonFile implements DataFile {
    /** Programs write NaN for a number that is missing; people leave a tab in a name. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private final TextFile text;

    JsonFile(TextFile text) {
        this.text = text;
    }

    @Override
    public String name() {
        return text.name();
    }

    @Override
    public Survey read(Consumer<FileRecord> each) throws UnusableFile {
        try (Reader reader = text.open();
                JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), reader)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw unknown();
            }
            Survey survey = readObject(json, each);
            if (json.nextToken() != null) {
                throw new UnusableFile(name(), "something follows the end of the JSON, " + at(json.currentLocation()));
            }
            return survey;
        } catch (JacksonException e) {
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new UnusableFile(name(), "broken JSON " + at(e.getLocation()) + ": " + why);
        } catch (UnusableFile e) {
            throw e;
        } catch (IOException e) {
            throw new UnusableFile(name(), "the file cannot be read");
        }
    }

    private Survey readObject(JsonParser json, Consumer<FileRecord> each) throws UnusableFile {
        @Nullable String kind = null;
        long records = 0;
        List<String> notes = new ArrayList<>(text.notes());
        String type = "";
        GeoJsonFeature whole = new GeoJsonFeature();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            JsonToken value = json.nextToken();
            switch (property) {
                case "elements" -> {
                    if (value == JsonToken.START_ARRAY) {
                        kind = "OpenStreetMap (Overpass JSON)";
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            OverpassElement.read(json, ++records).ifPresent(each);
                        }
                    }
                }
                case "features" -> {
                    if (value == JsonToken.START_ARRAY) {
                        kind = "GeoJSON";
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            each.accept(GeoJsonFeature.read(json, ++records));
                        }
                    }
                }
                // The Overpass API says here that it stopped half-way.
                case "remark" -> notes.add("the file remarks: " + FileRecord.shown(scalar(json)));
                case "type" -> type = scalar(json);
                default -> whole.take(property, json);
            }
        }
        if (kind == null && type.equals("Feature")) {
            each.accept(whole.toRecord(1));
            return new Survey("GeoJSON", 1, notes);
        }
        if (kind == null) {
            throw unknown();
        }
        return new Survey(kind, records, notes);
    }

    private static String scalar(JsonParser json) {
        if (json.currentToken().isScalarValue()) {
            return json.getString();
        }
        json.skipChildren();
        return "";
    }

    private UnusableFile unknown() {
        return new UnusableFile(
                name(), "this JSON has neither \"elements\" (Overpass) nor \"features\" (a GeoJSON FeatureCollection)");
    }

    private static String at(@Nullable TokenStreamLocation place) {
        return place == null ? "" : "at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
