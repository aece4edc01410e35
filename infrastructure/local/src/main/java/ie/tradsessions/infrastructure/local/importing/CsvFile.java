package ie.tradsessions.infrastructure.local.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Comma-separated values (RFC 4180) in UTF-8, whose first line names the columns. With a column {@code recurrence} it
 * is a file of sessions, else one of venues. Semicolons and tabs separate too, as spreadsheets write them.
 */
public final class CsvFile implements DataFile {
    private static final Set<String> NEEDED_OF_VENUES = Set.of("name", "lat", "lon");
    private static final Set<String> NEEDED_OF_SESSIONS = Set.of("venue", "recurrence", "start");

    private final String name;
    private final Content content;

    /** What gives the bytes of the file, from the beginning each time. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public CsvFile(String name, Content content) {
        this.name = name;
        this.content = content;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Survey read(Consumer<FileRecord> each) throws UnusableFile {
        char separator = separator();
        long line = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(false)
                .ofCsvRecord(reader())) {
            List<String> columns = List.of();
            FileRecord.Format format = FileRecord.Format.VENUE_COLUMNS;
            long records = 0;
            for (CsvRecord record : csv) {
                line = record.getStartingLineNumber();
                if (columns.isEmpty()) {
                    columns = columns(record);
                    format = format(columns);
                } else {
                    records++;
                    each.accept(new FileRecord(format, "line", line, fields(columns, record)));
                }
            }
            return new Survey(
                    format == FileRecord.Format.SESSION_COLUMNS ? "sessions (CSV)" : "venues (CSV)",
                    records,
                    notes(columns, format));
        } catch (CsvParseException e) {
            throw new UnusableFile(name, "not CSV after line " + line + ": " + innermost(e));
        } catch (UncheckedIOException e) {
            throw unreadable(e, line);
        } catch (UnusableFile e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e, line);
        }
    }

    private UnusableFile unreadable(Exception e, long line) {
        boolean malformed = e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException;
        return malformed
                ? new UnusableFile(name, "not UTF-8 after line " + line + "; save it as UTF-8")
                : new UnusableFile(name, "the file cannot be read after line " + line);
    }

    private static String innermost(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private BufferedReader reader() throws IOException {
        // A new decoder reports what is malformed; the usual one would replace it.
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(content.open(), StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    /** Whichever of the three separates the names of most columns. */
    private char separator() throws UnusableFile {
        String first = firstLine();
        char best = ',';
        for (char separator : new char[] {';', '\t'}) {
            if (count(first, separator) > count(first, best)) {
                best = separator;
            }
        }
        return best;
    }

    private String firstLine() throws UnusableFile {
        StringBuilder line = new StringBuilder();
        try (Reader reader = reader()) {
            int letter = reader.read();
            while (letter >= 0 && letter != '\n' && line.length() < 10_000) {
                line.append((char) letter);
                letter = reader.read();
            }
        } catch (IOException e) {
            throw unreadable(e, 0);
        }
        return line.toString();
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }

    private List<String> columns(CsvRecord header) throws UnusableFile {
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String title : header.getFields()) {
            String column = title.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
            if (!column.isEmpty() && !seen.add(column)) {
                throw new UnusableFile(name, "line 1 names the column " + column + " twice");
            }
            columns.add(column);
        }
        return columns;
    }

    private FileRecord.Format format(List<String> columns) throws UnusableFile {
        if (columns.contains("recurrence") && columns.containsAll(NEEDED_OF_SESSIONS)) {
            return FileRecord.Format.SESSION_COLUMNS;
        }
        if (!columns.contains("recurrence") && columns.containsAll(NEEDED_OF_VENUES)) {
            return FileRecord.Format.VENUE_COLUMNS;
        }
        throw new UnusableFile(
                name,
                "line 1 has to name the columns of venues (at least name, lat, lon)"
                        + " or of sessions (at least venue, recurrence, start)");
    }

    private static Map<String, String> fields(List<String> columns, CsvRecord record) {
        Map<String, String> fields = new HashMap<>();
        if (record.getFieldCount() != columns.size()) {
            fields.put(RecordFields.COUNT, record.getFieldCount() + ", not " + columns.size());
        }
        for (int i = 0; i < Math.min(columns.size(), record.getFieldCount()); i++) {
            String value = record.getField(i);
            if (!columns.get(i).isEmpty() && !value.isBlank()) {
                fields.put(columns.get(i), value);
            }
        }
        return fields;
    }

    private static List<String> notes(List<String> columns, FileRecord.Format format) {
        Set<String> known = format == FileRecord.Format.SESSION_COLUMNS ? SessionColumns.KNOWN : VenueColumns.KNOWN;
        List<String> unknown = columns.stream()
                .filter(column -> !column.isEmpty() && !known.contains(column))
                .toList();
        return unknown.isEmpty()
                ? List.of()
                : List.of("columns that are not known and not read: " + String.join(", ", unknown));
    }
}
