package ie.tradsessions.infrastructure.local.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import ie.tradsessions.application.session.ImportSample.Opinion;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.infrastructure.local.importing.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An invented review of a session.
 *
 * @param session its key
 */
record ReviewRow(String session, Opinion opinion) {
    /** @param people those of the authors who are members here, by name */
    static void read(TextFile.Content content, Map<String, MemberId> people, Consumer<ReviewRow> each) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(content.open())) {
            for (NamedCsvRecord row : csv) {
                @Nullable MemberId member = people.get(row.getField("by"));
                @Nullable String night = given(row, "night");
                each.accept(new ReviewRow(
                        row.getField("session"),
                        new Opinion(
                                member == null ? new Author.Named(row.getField("by")) : new Author.Member(member),
                                Integer.parseInt(row.getField("rating")),
                                given(row, "text"),
                                Integer.parseInt(row.getField("days_ago")),
                                night == null ? null : Integer.valueOf(night),
                                Integer.parseInt(row.getField("helpful")),
                                given(row, "answer"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String given(NamedCsvRecord row, String field) {
        String value = row.getField(field);
        return value.isEmpty() ? null : value;
    }
}
