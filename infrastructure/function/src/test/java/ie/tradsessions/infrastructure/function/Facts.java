package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the program states for the checks of the templates, as JSON in {@code infrastructure/aws/facts}. With
 * {@code -Dfacts=write} the tests write the files before they compare them.
 */
final class Facts {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final Separators COLON = new Separators()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("");

    /** Each value on a line of its own. */
    private static final PrettyPrinter BY_VALUE =
            new DefaultPrettyPrinter(COLON).withObjectIndenter(LINES).withArrayIndenter(LINES);

    /** Each item of a list on a line of its own. */
    private static final PrettyPrinter BY_ITEM = new DefaultPrettyPrinter(
                    COLON.withObjectEntrySpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(DefaultPrettyPrinter.NopIndenter.instance())
            .withArrayIndenter(LINES);

    /** Maven runs the tests in the module's target, an editor perhaps in the module or at the root. */
    private static final Path FOLDER = Stream.of("../..", "..", "infrastructure")
            .map(folder -> Path.of(folder, "aws", "facts"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    private Facts() {}

    /** Fails where the file does not say the same. */
    static void state(String name, Object stated) {
        state(name, stated, BY_VALUE);
    }

    /** The same, for a list of objects. */
    static void stateList(String name, List<?> stated) {
        state(name, stated, BY_ITEM);
    }

    private static void state(String name, Object stated, PrettyPrinter printer) {
        String text = MAPPER.writer().with(printer).writeValueAsString(stated) + "\n";
        if ("write".equals(System.getProperty("facts"))) {
            write(file(name), text);
        }
        assertThat(read(name))
                .as(
                        "infrastructure/aws/facts/%s.json is not what the program says: run this test with -Dfacts=write",
                        name)
                .isEqualTo(MAPPER.readTree(text));
    }

    static JsonNode read(String name) {
        return MAPPER.readTree(file(name));
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".json");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
