package ie.tradsessions.infrastructure.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ie.tradsessions.application.search.VenueQuery;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusableFileTest {
    @TempDir
    Path folder;

    private Path noise;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | the file is empty",
                "`  ` | the file is empty",
                "<osm></osm> | this is XML or HTML; Overpass JSON, GeoJSON, CSV or our own export is read",
                "[1, 2] | this JSON has neither \"elements\" (Overpass) nor \"features\" (a GeoJSON FeatureCollection)",
                "{\"a\": 1} | this JSON has neither \"elements\" (Overpass) nor \"features\" (a GeoJSON FeatureCollection)",
                "{\"elements\": [{\"type\": \"node\", | broken JSON at line 1, column 31",
                "{\"elements\": [{\"type\": \"node\"} oops | broken JSON at line 1, column 3",
                "{\"elements\": []} {} | something follows the end of the JSON, at line 1, column 19",
                "hello | line 1 has to name the columns",
                "name,lat,lon,name | line 1 names the column name twice"
            })
    void a_file_that_is_not_what_it_says_is_told_in_one_line(String content, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("file.json"), content);

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> DataFile.at(file).read(entry -> {}))
                .withMessageStartingWith("file.json: ")
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @Test
    void broken_csv_is_told_with_its_line() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "name,lat,lon\nA,53.1,-6.1\nB,\"53.2,-6.2\nC,53,-6\n");

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> DataFile.at(file).read(entry -> {}))
                .withMessageContaining("not CSV after line 2");
    }

    @ParameterizedTest
    @CsvSource({"IBM850, CSV", "x-MacRoman, CSV", "IBM850, JSON", "x-MacRoman, EXPORT"})
    void what_is_neither_utf8_nor_windows_1252_is_told_with_its_line(String charset, String kind) throws IOException {
        String content = switch (kind) {
            case "CSV" -> "name,lat,lon\nA,53.1,-6.1\nCaf\u00e9 Se\u00e1n,53.2,-6.2\n";
            case "JSON" -> "{\"elements\":\n[\n{\"x\": \"Caf\u00e9\"}]}";
            default -> "{\"type\": \"venue\"}\n\n{\"name\": \"Caf\u00e9\"}";
        };
        Path file = Files.write(folder.resolve("file.csv"), content.getBytes(Charset.forName(charset)));

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> DataFile.at(file))
                .withMessage("file.csv: line 3 is not UTF-8 or Windows-1252; save the file as UTF-8");
    }

    @Test
    void utf8_that_is_damaged_is_told_with_its_line_and_not_taken_for_another_encoding() throws IOException {
        byte[] content = "name,lat,lon\nCaf\u00e9,53.1,-6.1\nCaf\u00e9,53.2,-6.2\n".getBytes(StandardCharsets.UTF_8);
        content[content.length - 12] = 'x';
        Path file = Files.write(folder.resolve("cut.csv"), content);

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> DataFile.at(file))
                .withMessage("cut.csv: line 3 is not UTF-8 or Windows-1252; save the file as UTF-8");
    }

    @Test
    void what_is_not_a_file_is_told() throws IOException {
        byte[] zip = {'P', 'K', 3, 4, 0, 0};
        Path binary = Files.write(folder.resolve("pubs.zip"), zip);

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> DataFile.at(folder.resolve("none.json")))
                .withMessageContaining("there is no such file");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> DataFile.at(folder))
                .withMessageContaining("this is not a file");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> DataFile.at(binary))
                .withMessageContaining("this is not text (byte 2)");
    }

    @Test
    void nothing_is_stored_of_a_file_that_breaks_off() throws IOException {
        Imports imports = new Imports(folder);
        String element = "{\"type\": \"node\", \"id\": 1, \"lat\": 53.3, \"lon\": -6.2, \"tags\": {\"name\": \"A\"}}";

        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> imports.text("half.json", "{\"elements\": [" + element + ", {"));

        assertThat(imports.index()
                        .find(new VenueQuery(null, null, null), Instant.EPOCH, 1, null)
                        .items())
                .isEmpty();
    }

    @Property(tries = 300)
    void whatever_a_file_holds_it_is_read_or_told_to_be_unusable(@ForAll @Size(max = 200) byte[] content)
            throws IOException {
        noise = noise == null ? Files.createTempFile("noise", ".csv") : noise;
        Files.write(noise, content);
        long[] entries = {0};

        try {
            assertThat(DataFile.at(noise).read(entry -> entries[0]++).records()).isEqualTo(entries[0]);
        } catch (UnusableFile e) {
            assertThat(e.getMessage()).hasLineCount(1);
        }
    }

    @AfterProperty
    void forget() throws IOException {
        if (noise != null) {
            Files.deleteIfExists(noise);
        }
    }
}
