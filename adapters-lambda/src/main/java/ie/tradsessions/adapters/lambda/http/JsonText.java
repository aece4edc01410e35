package ie.tradsessions.adapters.lambda.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON that somebody sent, strictly: UTF-8, one object and nothing behind it, no name twice in an object, and
 * nested no deeper than anything of ours is.
 */
public final class JsonText {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER_LENGTH = 64;

    private static final JsonFactory FACTORY = factory(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER_LENGTH)
            .build());

    private JsonText() {}

    /** A text that is not such JSON; the message says why, as the end of a sentence. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why);
        }

        /** Why it is none. */
        public String why() {
            return String.valueOf(getMessage());
        }
    }

    /** What reads strictly, within limits of its own. */
    static JsonFactory factory(StreamReadConstraints limits) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(limits)
                .build();
    }

    /**
     * The members of the one object that the text is: each a map, a list, a string, a {@link java.math.BigDecimal}, a
     * Boolean, or null.
     */
    public static Map<String, @Nullable Object> object(byte[] utf8) throws Malformed {
        return object(utf8, FACTORY);
    }

    /** The same, within other limits. */
    static Map<String, @Nullable Object> object(byte[] utf8, JsonFactory factory) throws Malformed {
        try {
            // Decoded here: Jackson would take UTF-16 for JSON too.
            return object(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(utf8))
                            .toString(),
                    factory);
        } catch (CharacterCodingException e) {
            throw new Malformed("it is not UTF-8");
        }
    }

    /** As {@link #object(byte[])}, of a text that is decoded already. */
    public static Map<String, @Nullable Object> object(String text) throws Malformed {
        return object(text, FACTORY);
    }

    private static Map<String, @Nullable Object> object(String text, JsonFactory factory) throws Malformed {
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("it is not an object");
            }
            Map<String, @Nullable Object> object = members(json);
            if (json.nextToken() != null) {
                throw new Malformed("there is more behind the object");
            }
            return object;
        } catch (StreamConstraintsException e) {
            throw new Malformed("it is nested too deeply, or holds too much");
        } catch (JacksonException e) {
            // Not its message, which quotes what was sent.
            TokenStreamLocation place = e.getLocation();
            throw new Malformed(
                    place == null
                            ? "it is broken"
                            : "it is broken, or repeats a name, at line " + place.getLineNr() + ", column "
                                    + place.getColumnNr());
        }
    }

    private static Map<String, @Nullable Object> members(JsonParser json) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static @Nullable Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> members(json);
            case START_ARRAY -> {
                List<@Nullable Object> values = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(json));
                }
                yield values;
            }
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
