package ie.tradsessions.infrastructure.local.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.infrastructure.local.importing.CsvFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is invented about how a session stands.
 *
 * @param session its key
 * @param said by how many nights ago, 1 being the latest
 * @param ratings how many gave 1, 2, 3, 4 and 5
 */
record FeedbackRow(
        String session,
        SortedMap<Integer, Confirmations> said,
        String lastSaidBy,
        List<Integer> ratings,
        List<Change> upcoming) {
    static final FeedbackRow NONE = new FeedbackRow("", new TreeMap<>(), "", List.of(0, 0, 0, 0, 0), List.of());

    /** A coming night that is not as the schedule says; 1 is the next. */
    sealed interface Change {
        int night();
    }

    record Cancelled(int night, String note) implements Change {}

    record Moved(int night, String venue, String note) implements Change {}

    static void read(CsvFile.Content content, Consumer<FeedbackRow> each) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(content.open())) {
            for (NamedCsvRecord row : csv) {
                each.accept(new FeedbackRow(
                        row.getField("session"),
                        said(row.getField("said")),
                        row.getField("last_said_by"),
                        ratings(row.getField("ratings")),
                        parts(row.getField("upcoming"), ";")
                                .map(FeedbackRow::change)
                                .toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<Integer, Confirmations> said(String text) {
        SortedMap<Integer, Confirmations> said = new TreeMap<>();
        parts(text, ";").forEach(night -> {
            String[] numbers = night.split("[:/]", -1);
            said.put(
                    Integer.valueOf(numbers[0]),
                    new Confirmations(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2])));
        });
        return said;
    }

    private static List<Integer> ratings(String text) {
        List<Integer> ratings = parts(text, "/").map(Integer::valueOf).toList();
        return ratings.isEmpty() ? NONE.ratings() : ratings;
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
