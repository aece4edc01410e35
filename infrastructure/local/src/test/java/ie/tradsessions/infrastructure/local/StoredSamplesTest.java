package ie.tradsessions.infrastructure.local;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.lambda.dataset.ExportWriter;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples in a store that outlives the program. */
class StoredSamplesTest {
    private static final Instant TONIGHT = Instant.parse("2026-11-24T20:00:00Z");
    private static final Instant WEEKS_LATER = Instant.parse("2027-01-20T20:00:00Z");

    @TempDir
    Path folder;

    private LocalApplication startedAt(Store store, Instant now) {
        LocalApplication application = LocalApplication.on(store, "test", () -> now);
        RunCommand.loadSamples(application, new PrintWriter(new StringWriter()));
        return application;
    }

    private static String export(LocalApplication machine) {
        return new String(
                ExportWriter.lines(machine.exportDataSet()
                        .export(new ExportDataSet.Query(ExportDataSet.MAX_LIMIT, null))
                        .items()),
                StandardCharsets.UTF_8);
    }

    @Test
    void a_file_that_is_opened_weeks_later_shows_the_samples_of_that_day() throws IOException {
        try (Store store = Store.inFile(folder)) {
            store.begin();
            startedAt(store, TONIGHT);
        }

        try (Store store = Store.inFile(folder)) {
            store.begin();
            String moved = export(startedAt(store, WEEKS_LATER));

            assertThat(moved).isEqualTo(export(startedAt(Store.inMemory(), WEEKS_LATER)));
            assertThat(moved).isNotEqualTo(export(startedAt(Store.inMemory(), TONIGHT)));
        }
    }

    @Property(tries = 12)
    void on_a_later_day_they_are_as_if_stored_that_day_under_the_same_identifiers(
            @ForAll @IntRange(max = 2000) int first, @ForAll @IntRange(max = 400) int later) {
        Instant before = TONIGHT.plus(Duration.ofDays(first));
        Instant after = before.plus(Duration.ofDays(later));
        Store store = Store.inMemory();
        String stored = export(startedAt(store, before));

        String moved = export(startedAt(store, after));

        assertThat(moved).isEqualTo(export(startedAt(Store.inMemory(), after)));
        assertThat(ids(moved)).isEqualTo(ids(stored));
        assertThat(moved.equals(stored)).isEqualTo(later == 0);
    }

    @Test
    void on_the_same_day_nothing_is_stored_again() {
        Store store = Store.inMemory();
        startedAt(store, TONIGHT);
        StringWriter said = new StringWriter();

        LocalApplication again = LocalApplication.on(store, "test", () -> TONIGHT);
        RunCommand.loadSamples(again, new PrintWriter(said, true));

        assertThat(said.toString()).isEmpty();
    }

    private static List<String> ids(String exported) {
        return exported.lines()
                .filter(line -> line.contains("\"id\":"))
                .map(line -> line.replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    @Test
    void samples_stay_as_they_are_where_anything_else_is_stored() throws IOException {
        for (String row : List.of(
                "Tigh Choilí,Galway,53.2719,-9.0541",
                // Where a sample is.
                "The Corncrake,Ennis,52.8452,-8.9815")) {
            Store store = Store.inMemory();
            LocalApplication first = startedAt(store, TONIGHT);
            Path file = Files.writeString(folder.resolve("venues.csv"), "name,town,lat,lon\n" + row + "\n");
            ImportRun.survey(List.of(file), folder)
                    .into(first, new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
            String before = export(first);

            assertThat(export(startedAt(store, WEEKS_LATER))).as(row).isEqualTo(before);
        }
    }
}
