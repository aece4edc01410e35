package ie.tradsessions.infrastructure.local.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import ie.tradsessions.application.session.ImportSample.Opinion;
import ie.tradsessions.application.session.ImportSample.Opinions;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.infrastructure.local.importing.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is invented about the nights of a session.
 *
 * @param session its key
 */
record FeedbackRow(String session, Opinions opinions, List<Change> changes) {
    static final FeedbackRow NONE = new FeedbackRow("", Opinions.NONE, List.of());

    /** A coming night that is not as the schedule says; 1 is the next. */
    sealed interface Change {
        int night();
    }

    record Cancelled(int night, String note) implements Change {}

    /** @param venue its key */
    record Moved(int night, String venue, String note) implements Change {}

    FeedbackRow with(List<Opinion> reviews) {
        return new FeedbackRow(
                session,
                new Opinions(opinions.confirmations(), opinions.lastConfirmedBy(), reviews, opinions.askers()),
                changes);
    }

    static void read(TextFile.Content content, Consumer<FeedbackRow> each) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(content.open())) {
            for (NamedCsvRecord row : csv) {
                each.accept(new FeedbackRow(
                        row.getField("session"),
                        new Opinions(
                                confirmations(row.getField("confirmations")),
                                row.getField("last_confirmed_by"),
                                List.of(),
                                row.getField("askers").isEmpty() ? 0 : Integer.parseInt(row.getField("askers"))),
                        parts(row.getField("changes"), ";")
                                .map(FeedbackRow::change)
                                .toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By how many nights ago: {@code 1:6/0;2:4/1} is six who found it on the last time, and four and one before. */
    private static SortedMap<Integer, Confirmations> confirmations(String text) {
        SortedMap<Integer, Confirmations> confirmations = new TreeMap<>();
        parts(text, ";").forEach(night -> {
            String[] numbers = night.split("[:/]", -1);
            confirmations.put(
                    Integer.valueOf(numbers[0]),
                    new Confirmations(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2])));
        });
        return confirmations;
    }

    private static Change change(String text) {
        String[] parts = text.split(":", -1);
        int night = Integer.parseInt(parts[0]);
        return switch (parts[1]) {
            case "CANCELLED" -> new Cancelled(night, parts[2]);
            case "MOVED" -> new Moved(night, parts[2], parts[3]);
            default -> throw new IllegalStateException("neither CANCELLED nor MOVED: " + text);
        };
    }

    private static Stream<String> parts(String text, String separator) {
        return Stream.of(text.split(separator, -1)).map(String::strip).filter(part -> !part.isEmpty());
    }
}
