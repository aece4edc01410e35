package ie.tradsessions.adapters.lambda.http;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON straight from values to UTF-8 bytes. */
public final class Json {
    /** Writes one root value per line, as JSON Lines wants them. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder().rootValueSeparator("\n").build();

    private static final int INITIAL_BYTES = 16 * 1024;

    private Json() {}

    public static byte[] bytes(Consumer<JsonGenerator> write) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_BYTES);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write.accept(json);
        }
        return bytes.toByteArray();
    }

    public static <T> void array(
            JsonGenerator json, String name, Collection<T> values, BiConsumer<JsonGenerator, T> write) {
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            write.accept(json, value);
        }
        json.writeEndArray();
    }

    public static void names(JsonGenerator json, String name, Collection<? extends Enum<?>> constants) {
        array(json, name, constants, (generator, constant) -> generator.writeString(constant.name()));
    }

    /** The text of a value, or null where there is none. */
    public static void text(JsonGenerator json, String name, @Nullable Object value) {
        json.writeStringProperty(name, value == null ? null : value.toString());
    }
}
