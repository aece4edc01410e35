package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An item in a line, as DynamoDB's own export to S3 writes it: {@code {"Item":{"p":{"S":"V#1"},…}}}. */
final class ItemJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String ITEM = "Item";

    private ItemJson() {}

    static String line(Item item) {
        Map<String, AttributeValue> all = new HashMap<>(item.attributes());
        all.putAll(item.key().attributes());
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeName(ITEM);
            write(json, all);
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void write(JsonGenerator json, Map<String, AttributeValue> attributes) {
        json.writeStartObject();
        new TreeMap<>(attributes).forEach((name, value) -> {
            json.writeName(name);
            write(json, value);
        });
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, AttributeValue value) {
        json.writeStartObject();
        switch (value.type()) {
            case S -> json.writeStringProperty("S", value.s());
            case N -> json.writeStringProperty("N", value.n());
            case B -> json.writeBinaryProperty("B", value.b().asByteArrayUnsafe());
            case BOOL -> json.writeBooleanProperty("BOOL", value.bool());
            case NUL -> json.writeBooleanProperty("NULL", true);
            case SS -> texts(json, "SS", value.ss());
            case NS -> texts(json, "NS", value.ns());
            case BS -> {
                json.writeArrayPropertyStart("BS");
                value.bs().forEach(bytes -> json.writeBinary(bytes.asByteArrayUnsafe()));
                json.writeEndArray();
            }
            case L -> {
                json.writeArrayPropertyStart("L");
                value.l().forEach(element -> write(json, element));
                json.writeEndArray();
            }
            case M -> {
                json.writeName("M");
                write(json, value.m());
            }
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("an attribute of an unknown kind");
        }
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /** @throws IOException if the line is not of an item */
    static Item item(String line) throws IOException {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT || !ITEM.equals(json.nextName())) {
                throw new IOException("not an item");
            }
            json.nextToken();
            Map<String, AttributeValue> attributes = map(json);
            AttributeValue partition = attributes.remove(Key.PARTITION);
            AttributeValue sort = attributes.remove(Key.SORT);
            if (partition == null || partition.s() == null || sort == null || sort.s() == null) {
                throw new IOException("an item without a key");
            }
            return new Item(new Key(partition.s(), sort.s()), attributes);
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    private static Map<String, AttributeValue> map(JsonParser json) throws IOException {
        Map<String, AttributeValue> map = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            map.put(name, value(json));
        }
        return map;
    }

    private static AttributeValue value(JsonParser json) throws IOException {
        String kind = json.nextName();
        json.nextToken();
        AttributeValue value = switch (kind) {
            case "S" -> AttributeValue.fromS(json.getString());
            case "N" -> AttributeValue.fromN(json.getString());
            case "B" -> AttributeValue.fromB(SdkBytes.fromByteArray(json.getBinaryValue()));
            case "BOOL" -> AttributeValue.fromBool(json.getBooleanValue());
            case "NULL" -> AttributeValue.fromNul(true);
            case "SS" -> AttributeValue.fromSs(texts(json));
            case "NS" -> AttributeValue.fromNs(texts(json));
            case "BS" -> {
                List<SdkBytes> all = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    all.add(SdkBytes.fromByteArray(json.getBinaryValue()));
                }
                yield AttributeValue.fromBs(all);
            }
            case "L" -> {
                List<AttributeValue> all = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    all.add(value(json));
                }
                yield AttributeValue.fromL(all);
            }
            case "M" -> AttributeValue.fromM(map(json));
            case null, default -> throw new IOException("an attribute of an unknown kind: " + kind);
        };
        json.nextToken();
        return value;
    }

    private static List<String> texts(JsonParser json) {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(json.getString());
        }
        return texts;
    }
}
