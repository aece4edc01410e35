package ie.tradsessions.infrastructure.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.infrastructure.local.importing.ImportReport.Remark;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportReportTest {
    @TempDir
    Path folder;

    private static String printed(ImportReport report) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        report.print(out, new DataFile.Survey("venues (CSV)", 1234, List.of("a note")), Duration.ofMillis(1500));
        out.flush();
        return text.toString();
    }

    private static ImportReport refusing(Path file, int times) {
        ImportReport report = new ImportReport(file);
        for (int i = 1; i <= times; i++) {
            report.refuse(new FileRecord(FileRecord.Format.VENUE_COLUMNS, "line", i, Map.of()), "name: needed");
        }
        report.close();
        return report;
    }

    @Test
    void a_short_report_is_printed_whole_and_leaves_no_file() {
        Path file = folder.resolve("short.txt");

        String text = printed(refusing(file, 2));

        assertThat(text)
                .contains(
                        "1,234 records in 1.5 s",
                        "Note: a note",
                        "Refused: 2",
                        "2 × name: needed",
                        "line 2: name: needed")
                .doesNotContain(file.toString());
        assertThat(file).doesNotExist();
    }

    @Test
    void a_long_report_goes_to_a_file_and_its_beginning_is_printed() throws IOException {
        Path file = folder.resolve("reports/long.txt");

        String text = printed(refusing(file, 1000));

        assertThat(text).contains("line 20:", "… and 980 more", file.toString()).doesNotContain("line 21:");
        assertThat(Files.readAllLines(file)).hasSize(1000).last().isEqualTo("Refused: line 1000: name: needed");
    }

    @Test
    void a_report_that_cannot_be_written_does_not_fail_the_import() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");

        ImportReport report = refusing(inTheWay.resolve("report.txt"), 30);

        assertThat(report.count(Remark.REFUSED)).isEqualTo(30);
        assertThat(printed(report)).doesNotContain("The whole report");
    }
}
