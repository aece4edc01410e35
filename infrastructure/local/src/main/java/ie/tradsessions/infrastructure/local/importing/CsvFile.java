package ie.tradsessions.infrastructure.local.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import ie.tradsessions.domain.Text;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180), whose first line names the columns. With a column {@code recurrence} it is a file
 * of sessions, else one of venues. Semicolons and tabs separate too, as spreadsheets write them; rows of empty fields
 * are no rows.
 */
public final class CsvFile implements DataFile {
    private static final int MAX_HEAD_LENGTH = 10_000;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"?");

    /** The line with which a spreadsheet is told what separates. */
    private static final Pattern STATED_SEPARATOR =
            Pattern.compile("\"?sep=([,;\t])\"?[,;\t]*", Pattern.CASE_INSENSITIVE);

    private static final Set<String> NEEDED_OF_VENUES = Set.of("name", "lat", "lon");
    private static final Set<String> NEEDED_OF_SESSIONS = Set.of("venue", "recurrence", "start");

    private final TextFile text;

    CsvFile(TextFile text) {
        this.text = text;
    }

    /** A file that is known to be UTF-8. */
    public CsvFile(String name, TextFile.Content content) {
        this(TextFile.ofUtf8(name, content));
    }

    @Override
    public String name() {
        return text.name();
    }

    @Override
    public Survey read(Consumer<FileRecord> each) throws UnusableFile {
        String head = head();
        Matcher stated = STATED_SEPARATOR.matcher(head);
        boolean states = stated.matches();
        char separator = states ? stated.group(1).charAt(0) : separatorOf(head);
        long line = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(false)
                .ofCsvRecord(text.open())) {
            List<String> columns = List.of();
            FileRecord.Format format = FileRecord.Format.VENUE_COLUMNS;
            long records = 0;
            for (CsvRecord record : csv) {
                line = record.getStartingLineNumber();
                if (states && line == 1) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = columns(record);
                    format = format(columns, line);
                } else if (record.getFields().stream()
                        .anyMatch(field -> !Text.cleaned(field).isEmpty())) {
                    records++;
                    each.accept(new FileRecord(format, "line", line, fields(columns, record)));
                }
            }
            if (columns.isEmpty()) {
                throw noColumns(1);
            }
            return new Survey(
                    format == FileRecord.Format.SESSION_COLUMNS ? "sessions (CSV)" : "venues (CSV)",
                    records,
                    notes(columns, format));
        } catch (CsvParseException e) {
            throw new UnusableFile(name(), "not CSV after line " + line + ": " + innermost(e));
        } catch (UncheckedIOException e) {
            throw unreadable(line);
        } catch (UnusableFile e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(line);
        }
    }

    private UnusableFile unreadable(long line) {
        return new UnusableFile(name(), "the file cannot be read after line " + line);
    }

    private static String innermost(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** Whichever of the three separates the names of most columns. */
    private static char separatorOf(String head) {
        String unquoted = QUOTED.matcher(head).replaceAll("");
        char best = ',';
        for (char separator : new char[] {';', '\t'}) {
            if (count(unquoted, separator) > count(unquoted, best)) {
                best = separator;
            }
        }
        return best;
    }

    /** The first line that is not empty; a title in quotes may span several. */
    private String head() throws UnusableFile {
        StringBuilder head = new StringBuilder();
        boolean quoted = false;
        try (Reader reader = text.open()) {
            int letter = reader.read();
            while (letter >= 0 && head.length() < MAX_HEAD_LENGTH) {
                boolean lineEnd = !quoted && (letter == '\n' || letter == '\r');
                if (lineEnd && !head.isEmpty()) {
                    break;
                }
                quoted ^= letter == '"';
                if (!lineEnd) {
                    head.append((char) letter);
                }
                letter = reader.read();
            }
        } catch (IOException e) {
            throw unreadable(0);
        }
        return head.toString();
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }

    private List<String> columns(CsvRecord header) throws UnusableFile {
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String title : header.getFields()) {
            String column = FileRecord.fieldName(title);
            if (!column.isEmpty() && !seen.add(column)) {
                throw new UnusableFile(
                        name(),
                        "line " + header.getStartingLineNumber() + " names the column " + FileRecord.shown(column)
                                + " twice");
            }
            columns.add(column);
        }
        return columns;
    }

    private FileRecord.Format format(List<String> columns, long line) throws UnusableFile {
        if (columns.contains("recurrence") && columns.containsAll(NEEDED_OF_SESSIONS)) {
            return FileRecord.Format.SESSION_COLUMNS;
        }
        if (!columns.contains("recurrence") && columns.containsAll(NEEDED_OF_VENUES)) {
            return FileRecord.Format.VENUE_COLUMNS;
        }
        throw noColumns(line);
    }

    private UnusableFile noColumns(long line) {
        return new UnusableFile(
                name(),
                "line " + line + " has to name the columns of venues (at least name, lat, lon)"
                        + " or of sessions (at least venue, recurrence, start)");
    }

    private static Map<String, String> fields(List<String> columns, CsvRecord record) {
        Map<String, String> fields = new HashMap<>();
        if (record.getFieldCount() < columns.size() || saysSomethingBeyond(columns.size(), record)) {
            fields.put(RecordFields.COUNT, record.getFieldCount() + ", not " + columns.size());
        }
        for (int i = 0; i < Math.min(columns.size(), record.getFieldCount()); i++) {
            // What begins so is ours.
            if (!columns.get(i).isEmpty() && !columns.get(i).startsWith("@")) {
                fields.put(columns.get(i), record.getField(i));
            }
        }
        return fields;
    }

    /** Spreadsheets leave empty fields at the ends of rows. */
    private static boolean saysSomethingBeyond(int columns, CsvRecord record) {
        return record.getFields().stream()
                .skip(columns)
                .anyMatch(field -> !Text.cleaned(field).isEmpty());
    }

    private List<String> notes(List<String> columns, FileRecord.Format format) {
        Set<String> known = format == FileRecord.Format.SESSION_COLUMNS ? SessionColumns.KNOWN : VenueColumns.KNOWN;
        List<String> unknown = columns.stream()
                .filter(column -> !column.isEmpty() && !known.contains(column))
                .toList();
        List<String> notes = new ArrayList<>(text.notes());
        if (!unknown.isEmpty()) {
            notes.add("columns that are not known and not read: "
                    + unknown.stream().map(FileRecord::shown).collect(Collectors.joining(", ")));
        }
        return notes;
    }
}
