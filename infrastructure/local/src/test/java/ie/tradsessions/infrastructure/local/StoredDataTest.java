package ie.tradsessions.infrastructure.local;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.table.Condition;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.dataset.ExportWriter;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.infrastructure.local.importing.SilentProgress;
import ie.tradsessions.infrastructure.local.storage.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The commands that work on what is stored, each on a store in a folder of its own. */
class StoredDataTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path folder;

    /** @param exported the bytes as letters, one for one */
    private record Said(int status, String out, String err, String exported) {
        private Said succeeded() {
            assertThat(status).as(err).isZero();
            return this;
        }

        private void refused(String why) {
            assertThat(status).isEqualTo(1);
            assertThat(err).contains(why).hasLineCount(1).doesNotContain("Exception", "\tat ");
        }
    }

    private Said run(String data, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        Collections.addAll(all, "--data", folder.resolve(data).toString());
        CommandLine commandLine = Main.commandLine(CLOCK, InputStream::nullInputStream, () -> bytes)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int status = commandLine.execute(all.toArray(String[]::new));
        return new Said(status, out.toString(), err.toString(), bytes.toString(StandardCharsets.ISO_8859_1));
    }

    /** All samples, which have every kind of schedule, changed nights, and feedbacks. */
    private static String samples() {
        LocalApplication machine = LocalApplication.on(Store.inMemory(), "test", CLOCK);
        machine.sampleData().load(new SilentProgress());
        return export(machine);
    }

    private static String export(LocalApplication machine) {
        return new String(
                ExportWriter.lines(machine.exportDataSet()
                        .export(new ExportDataSet.Query(ExportDataSet.MAX_LIMIT, null))
                        .items()),
                StandardCharsets.UTF_8);
    }

    /** Every tenth session of the samples and its reviews, with the venues, since a file is slow. */
    private static String fewSamples() {
        List<String> lines = samples().lines().toList();
        List<String> some = new ArrayList<>();
        int sessions = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean venue = line.startsWith("{\"kind\":\"VENUE\"");
            sessions += line.startsWith("{\"kind\":\"SESSION\"") ? 1 : 0;
            if (venue ? i % 6 == 0 : sessions % 10 == 0) {
                some.add(line);
            }
        }
        assertThat(some).anyMatch(line -> line.startsWith("{\"kind\":\"REVIEW\""));
        return String.join("\n", some) + "\n";
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void all_that_is_exported_is_imported_as_it_was() throws IOException {
        String exported = samples();
        LocalApplication machine = LocalApplication.on(Store.inMemory(), "test", CLOCK);
        ImportRun imports = ImportRun.survey(List.of(file("export.jsonl", exported)), folder);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        imports.into(machine, new PrintWriter(out, true), new PrintWriter(err, true));
        imports.into(machine, new PrintWriter(out, true), new PrintWriter(err, true));

        assertThat(export(machine)).isEqualTo(exported);
        assertThat(out.toString())
                .contains("an export of TradSessions", "Refused: 0")
                .contains("Venues: 0 added, 0 merged, 0 updated, 120 unchanged")
                .contains("Sessions: 0 added, 0 updated, 130 unchanged")
                .containsPattern("Reviews: 2\\d\\d added, 0 updated, 0 unchanged")
                .containsPattern("Reviews: 0 added, 0 updated, 2\\d\\d unchanged");
    }

    @Test
    void an_export_goes_through_a_file_store_byte_for_byte_and_a_backup_too() throws IOException {
        Path exported = file("few.jsonl", fewSamples());
        run("one", "import", exported.toString()).succeeded();
        String first = run("one", "export").succeeded().exported();
        run("one", "export", folder.resolve("again.jsonl").toString()).succeeded();
        run("two", "import", folder.resolve("again.jsonl").toString()).succeeded();
        Path backup = folder.resolve("backup.gz");
        run("two", "backup", backup.toString()).succeeded();

        assertThat(first)
                .isNotEmpty()
                .isEqualTo(Files.readString(folder.resolve("again.jsonl"), StandardCharsets.ISO_8859_1));
        assertThat(run("two", "export", "-").succeeded().exported()).isEqualTo(first);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");

        run("three", "restore", backup.toString()).succeeded();
        assertThat(run("three", "export").succeeded().exported()).isEqualTo(first);
        assertThat(run("three", "check").succeeded().out()).contains("Nothing was wrong");
        run("three", "restore", backup.toString()).refused("The store is not empty");
    }

    @Test
    void what_cannot_be_read_is_named_by_check_and_stored_again_by_repair() throws IOException {
        Path venues = file("v.csv", "name,lat,lon\nThe Crane's Rest,52.84,-8.98\nThe Heron,53.27,-9.05\n");
        run("data", "import", venues.toString()).succeeded();
        Path export = folder.resolve("export.jsonl");
        run("data", "export", export.toString()).succeeded();
        String id = damageOne("data");

        assertThat(run("data", "check").succeeded().out())
                .contains("1 cannot be read", "./run repair FILE", "VENUE " + id, "latitude");
        run("data", "repair", venues.toString()).refused("not an export of TradSessions");
        assertThat(run("data", "repair", export.toString()).succeeded().out()).contains("Repaired 1", "VENUE " + id);

        assertThat(run("data", "check").succeeded().out()).doesNotContain("cannot be read");
        assertThat(run("data", "export").succeeded().exported())
                .isEqualTo(Files.readString(export, StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_summary_that_is_not_the_recount_and_a_voice_without_its_review_are_set_right_by_check() throws IOException {
        run("data", "import", file("few.jsonl", fewSamples()).toString()).succeeded();
        String before = run("data", "export").succeeded().exported();
        String session = loseReview("data");

        assertThat(run("data", "check").succeeded().out())
                .contains("1 sessions had a summary that was not the recount of their reviews, and are set right")
                .contains("SESSION " + session)
                .contains("1 members named a review that is not there")
                .doesNotContain("Nothing was wrong");
        assertThat(run("data", "check").succeeded().out()).contains("Nothing was wrong");
        assertThat(run("data", "export").succeeded().exported()).isNotEqualTo(before);
    }

    /** @return the session of a review that is gone from then on, with a member who says to have written it */
    private String loseReview(String data) throws IOException {
        try (Store store = Store.inFile(folder.resolve(data))) {
            List<Key> reviews = new ArrayList<>();
            Table table = store.table().orElseThrow();
            table.scan(item -> {
                if (item.key().partition().startsWith("S#") && item.key().sort().startsWith("r")) {
                    reviews.add(item.key());
                }
            });
            Key lost = reviews.getFirst();
            String session = lost.partition().substring(2);
            table.delete(lost);
            table.put(
                    new Item(
                            new Key("M#" + "0".repeat(16), "s#" + session),
                            Map.of("v", AttributeValue.fromN("1"), "review", AttributeValue.fromN("1"))),
                    Condition.NONE);
            return session;
        }
    }

    /** @return the identifier of the venue that cannot be read from then on */
    private String damageOne(String data) throws IOException {
        try (Store store = Store.inFile(folder.resolve(data))) {
            List<Item> venues = new ArrayList<>();
            Table table = store.table().orElseThrow();
            table.scan(item -> {
                if (item.key().partition().startsWith("V#")) {
                    venues.add(item);
                }
            });
            Map<String, AttributeValue> attributes =
                    new HashMap<>(venues.getFirst().attributes());
            attributes.put("latitude", AttributeValue.fromS("north"));
            table.put(new Item(venues.getFirst().key(), attributes), Condition.NONE);
            return venues.getFirst().key().partition().substring(2);
        }
    }

    @Test
    void a_backup_that_is_cut_off_or_changed_is_refused_before_anything_is_written() throws IOException {
        run(
                        "data",
                        "import",
                        file("v.csv", "name,lat,lon\nThe Crane's Rest,52.84,-8.98\n")
                                .toString())
                .succeeded();
        Path backup = folder.resolve("backup.gz");
        run("data", "backup", backup.toString()).succeeded();
        byte[] whole = Files.readAllBytes(backup);
        String text;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(whole))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> lines = text.lines().toList();
        int last = lines.size() - 1;

        assertThat(lines.getFirst())
                .isEqualTo("{\"tradsessions\":\"backup\",\"layout\":2,\"items\":" + (last - 1) + "}");
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 9, whole.length - 1}) {
            Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, length));
            refused("cut.gz");
        }
        refusedText(text.replace("Crane's Rest", "Crane's Nest"));
        refusedText(String.join("\n", lines.subList(0, last)) + "\n");
        refusedText(lines.getFirst() + "\n" + lines.get(last) + "\n");
        refusedText(text.replaceFirst("\"layout\":2", "\"layout\":1"));
        refusedText("{\"hello\":1}\n");
        Files.writeString(folder.resolve("plain.gz"), text);
        refused("plain.gz");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    private void refusedText(String text) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("changed.gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        refused("changed.gz");
    }

    private void refused(String backup) {
        run("elsewhere", "restore", folder.resolve(backup).toString()).refused("backup");
    }

    @Test
    void each_bad_line_of_an_export_is_told_by_its_number_and_the_others_are_kept() throws IOException {
        String venue = samples().lines().findFirst().orElseThrow();
        LocalApplication machine = LocalApplication.on(Store.inMemory(), "test", CLOCK);
        Path file = file(
                "bad.jsonl",
                String.join(
                        "\n",
                        venue,
                        "{\"kind\":\"VENUE\",",
                        "",
                        "{\"kind\":\"PUB\"}",
                        "[]",
                        venue.replaceFirst("\"lat\":[0-9.]+", "\"lat\":91").replaceFirst("\"id\":\"..", "\"id\":\"00"),
                        venue.replaceFirst("\"id\":\"[a-z0-9]+", "\"id\":\"?"),
                        "{\"kind\":\"SESSION\",\"id\":\"0000000000000000\"}",
                        "{\"kind\":\"REVIEW\",\"sessionId\":\"0000000000000000\",\"number\":1,\"rating\":6,"
                                + "\"writtenAt\":\"2026-11-01T11:00:00Z\",\"helpful\":0}",
                        "{\"kind\":\"REVIEW\",\"sessionId\":\"0000000000000000\",\"number\":1,\"rating\":5,"
                                + "\"writtenAt\":\"2026-11-01T11:00:00Z\",\"helpful\":0}"));
        StringWriter out = new StringWriter();

        ImportRun.survey(List.of(file), folder)
                .into(machine, new PrintWriter(out, true), new PrintWriter(new StringWriter(), true));

        assertThat(out.toString())
                .contains("Venues: 1 added")
                .contains("Refused: 8")
                .contains("line 2: line: one object of JSON; it is broken")
                .contains("line 4: kind: VENUE, SESSION or REVIEW")
                .contains("line 5: line: one object of JSON")
                .contains("line 6: lat: -90 to 90 degrees")
                .contains("line 7: venue: 16 letters and digits")
                .contains("line 8: shared: needed")
                .contains("line 9: rating: 1 to 5")
                .contains("line 10: sessionId: a session of an earlier line that was taken");
    }
}
