package ie.tradsessions.infrastructure.local.importing;

import java.nio.file.Path;
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

/** What the Overpass API of OpenStreetMap answers, or GeoJSON (RFC 7946). */
final class JsonFile implements DataFile {
    private final String name;
    private final Path path;

    JsonFile(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Survey read(Consumer<FileRecord> each) throws UnusableFile {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), path)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw unknown();
            }
            Survey survey = readObject(json, each);
            if (json.nextToken() != null) {
                throw new UnusableFile(name, "something follows the end of the JSON, " + at(json.currentLocation()));
            }
            return survey;
        } catch (JacksonException e) {
            String why =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new UnusableFile(name, "broken JSON " + at(e.getLocation()) + ": " + why);
        }
    }

    private Survey readObject(JsonParser json, Consumer<FileRecord> each) throws UnusableFile {
        @Nullable String kind = null;
        long records = 0;
        List<String> notes = new ArrayList<>();
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
                case "remark" -> notes.add("the file remarks: " + json.getString());
                case "type" -> type = json.getString();
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

    private UnusableFile unknown() {
        return new UnusableFile(
                name, "this JSON has neither \"elements\" (Overpass) nor \"features\" (a GeoJSON FeatureCollection)");
    }

    private static String at(@Nullable TokenStreamLocation place) {
        return place == null ? "" : "at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
