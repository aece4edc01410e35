package ie.tradsessions.adapters.lambda;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON straight from values to UTF-8 bytes. */
final class Json {
    /** Root values one after another stand in lines, as JSON Lines wants them. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder().rootValueSeparator("\n").build();

    private static final int DEFAULT_BYTES = 16 * 1024;

    private Json() {}

    static byte[] bytes(Consumer<JsonGenerator> write) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(DEFAULT_BYTES);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write.accept(json);
        }
        return bytes.toByteArray();
    }

    static <T> void array(JsonGenerator json, String name, Collection<T> values, BiConsumer<JsonGenerator, T> write) {
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            write.accept(json, value);
        }
        json.writeEndArray();
    }

    static void names(JsonGenerator json, String name, Collection<? extends Enum<?>> constants) {
        array(json, name, constants, (generator, constant) -> generator.writeString(constant.name()));
    }

    /** The text of a value, or null where there is none. */
    static void text(JsonGenerator json, String name, @Nullable Object value) {
        json.writeStringProperty(name, value == null ? null : value.toString());
    }
}
