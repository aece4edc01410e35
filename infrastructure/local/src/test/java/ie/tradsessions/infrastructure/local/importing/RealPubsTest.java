package ie.tradsessions.infrastructure.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ie.tradsessions.application.search.VenueQuery;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Remark;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports the extract of OpenStreetMap that lies beside the project, where it does. */
class RealPubsTest {
    private static final Path BESIDE = Path.of("shared", "data", "osm-pubs-ireland.overpass.json");

    @TempDir
    Path folder;

    private static Path extract() {
        // Maven runs tests in the module's folder, an editor perhaps at the root.
        Path file = Stream.of("..", "../..", "../../..")
                .map(up -> Path.of(up).resolve(BESIDE))
                .filter(Files::exists)
                .findFirst()
                .orElse(BESIDE);
        assumeTrue(Files.exists(file), "no extract of OpenStreetMap here");
        return file;
    }

    @Test
    void two_thousand_pubs_are_imported_in_one_go_and_once() throws Exception {
        Path file = extract();
        Imports imports = new Imports(folder);
        long start = System.nanoTime();

        ImportReport first = imports.file(file);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        ImportReport again = imports.file(file);

        long named = 1904;
        long closed = 8;
        assertThat(first.count(Result.VENUE_ADDED, Result.VENUE_MERGED)).isEqualTo(named - closed);
        assertThat(first.count(Result.REFUSED)).isEqualTo(2026 - named + closed);
        assertThat(first.reasons()).containsEntry("name: needed", 2026 - named);
        assertThat(first.reasons().keySet())
                .allMatch(reason -> reason.equals("name: needed") || reason.contains("has closed for good"));
        assertThat(first.count(Remark.SUSPECTED)).isPositive();
        assertThat(again.count(Result.VENUE_UNCHANGED)).isEqualTo(named - closed);
        assertThat(again.count(Result.VENUE_ADDED, Result.VENUE_MERGED, Result.VENUE_UPDATED))
                .isZero();
        assertThat(taken).isLessThan(Duration.ofSeconds(20));
        assertThat(imports.index()
                        .find(new VenueQuery("matt molloys", null, null), Instant.EPOCH, 5, null)
                        .items())
                .hasSize(1);
    }
}
