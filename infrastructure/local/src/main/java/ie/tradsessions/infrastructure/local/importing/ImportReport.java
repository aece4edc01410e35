package ie.tradsessions.infrastructure.local.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of importing a file. It counts everything, keeps the first few lines of each kind to print, and writes all
 * of them to a file where there are more, so that it needs no more memory for a large file than for a small one.
 */
public final class ImportReport implements AutoCloseable {
    private static final int MAX_LINES = 20;

    /** What became of a venue, a session or a review. A record of a session may bring its venue with it. */
    public enum Result {
        VENUE_ADDED(Fate.ADDED),
        VENUE_MERGED(Fate.MERGED),
        VENUE_UPDATED(Fate.UPDATED),
        VENUE_UNCHANGED(Fate.UNCHANGED),
        SESSION_ADDED(Fate.ADDED),
        SESSION_UPDATED(Fate.UPDATED),
        SESSION_UNCHANGED(Fate.UNCHANGED),
        REVIEW_ADDED(Fate.ADDED),
        REVIEW_UPDATED(Fate.UPDATED),
        REVIEW_UNCHANGED(Fate.UNCHANGED),
        REFUSED(Fate.REFUSED);

        private final Fate fate;

        Result(Fate fate) {
            this.fate = fate;
        }
    }

    /** What became of a record. Each that was read has exactly one. */
    public enum Fate {
        ADDED,
        UPDATED,
        UNCHANGED,
        MERGED,
        REFUSED
    }

    /** What somebody may want to look at, under the heading of its list. */
    public enum Remark {
        REFUSED("Refused"),
        PARTLY_TAKEN("Taken, but for a part"),
        UPDATED("Updated"),
        KEPT("Kept by their organisers, who say otherwise"),
        CORRECTED("Kept as members corrected it"),
        CLOSED("Marked as closed for good, their sessions in doubt"),
        MERGED("Merged, being certainly the same"),
        SUSPECTED("Perhaps the same, left as they are");

        private final String heading;

        Remark(String heading) {
            this.heading = heading;
        }
    }

    private final Path wholeReport;
    private final Map<Result, Long> results = new EnumMap<>(Result.class);
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    private final Map<Remark, Long> remarks = new EnumMap<>(Remark.class);
    private final Map<Remark, List<String>> firstLines = new EnumMap<>(Remark.class);
    private final Map<String, Long> reasons = new TreeMap<>();
    private @Nullable BufferedWriter all;
    private boolean unwritable;
    private long read;

    /** @param wholeReport where the whole report goes if it is long */
    public ImportReport(Path wholeReport) {
        this.wholeReport = wholeReport;
    }

    void countRead() {
        read++;
    }

    /** Counts what became of a record. */
    void add(Result result) {
        add(result, 1);
    }

    /** Counts what became of so many records. */
    void add(Result result, long records) {
        results.merge(result, records, Long::sum);
        fates.merge(result.fate, records, Long::sum);
    }

    /** Counts a venue that the record of a session brought with it. */
    void addWithSession(Result venue) {
        results.merge(venue, 1L, Long::sum);
    }

    void refuse(FileRecord record, String reason) {
        add(Result.REFUSED);
        reasons.merge(reason, 1L, Long::sum);
        remark(Remark.REFUSED, record.label() + ": " + reason);
    }

    void remark(Remark remark, String line) {
        long before = remarks.merge(remark, 1L, Long::sum) - 1;
        List<String> lines = firstLines.computeIfAbsent(remark, none -> new ArrayList<>());
        if (before < MAX_LINES) {
            lines.add(line);
        }
        write(remark.heading + ": " + line);
    }

    public long count(Result... some) {
        return List.of(some).stream()
                .mapToLong(result -> results.getOrDefault(result, 0L))
                .sum();
    }

    /** How many records were read: as many as were added, updated, left unchanged, merged and refused. */
    public long read() {
        return read;
    }

    public long count(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    public long count(Remark remark) {
        return remarks.getOrDefault(remark, 0L);
    }

    /** How many records were refused, by reason. */
    public Map<String, Long> reasons() {
        return Map.copyOf(reasons);
    }

    /** The first lines under a heading. */
    public List<String> lines(Remark remark) {
        return List.copyOf(firstLines.getOrDefault(remark, List.of()));
    }

    /** Prints what a person reads after an import. */
    public void print(PrintWriter out, DataFile.Survey survey, Duration taken) {
        out.printf(
                Locale.ROOT, "  %s, %,d records in %.1f s%n", survey.kind(), survey.records(), taken.toMillis() / 1e3);
        survey.notes().forEach(note -> out.println("  Note: " + note));
        long venues = count(Result.VENUE_ADDED, Result.VENUE_MERGED, Result.VENUE_UPDATED, Result.VENUE_UNCHANGED);
        if (venues > 0) {
            out.printf(
                    Locale.ROOT,
                    "  Venues: %,d added, %,d merged, %,d updated, %,d unchanged%n",
                    count(Result.VENUE_ADDED),
                    count(Result.VENUE_MERGED),
                    count(Result.VENUE_UPDATED),
                    count(Result.VENUE_UNCHANGED));
        }
        long sessions = count(Result.SESSION_ADDED, Result.SESSION_UPDATED, Result.SESSION_UNCHANGED);
        if (sessions > 0) {
            out.printf(
                    Locale.ROOT,
                    "  Sessions: %,d added, %,d updated, %,d unchanged%n",
                    count(Result.SESSION_ADDED),
                    count(Result.SESSION_UPDATED),
                    count(Result.SESSION_UNCHANGED));
        }
        long reviews = count(Result.REVIEW_ADDED, Result.REVIEW_UPDATED, Result.REVIEW_UNCHANGED);
        if (reviews > 0) {
            out.printf(
                    Locale.ROOT,
                    "  Reviews: %,d added, %,d updated, %,d unchanged%n",
                    count(Result.REVIEW_ADDED),
                    count(Result.REVIEW_UPDATED),
                    count(Result.REVIEW_UNCHANGED));
        }
        out.printf(
                Locale.ROOT,
                "  Read: %,d = %,d added + %,d updated + %,d unchanged + %,d merged + %,d refused%n",
                read,
                count(Fate.ADDED),
                count(Fate.UPDATED),
                count(Fate.UNCHANGED),
                count(Fate.MERGED),
                count(Fate.REFUSED));
        out.printf(
                Locale.ROOT,
                "  Refused: %,d; suspected duplicates: %,d%n",
                count(Result.REFUSED),
                count(Remark.SUSPECTED));
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_LINES)
                .forEach(reason -> out.printf(Locale.ROOT, "    %,6d × %s%n", reason.getValue(), reason.getKey()));
        for (Remark remark : Remark.values()) {
            printLines(out, remark);
        }
        if (isLong() && !unwritable) {
            out.println("  The whole report: " + wholeReport);
        }
    }

    private void printLines(PrintWriter out, Remark remark) {
        List<String> lines = lines(remark);
        if (lines.isEmpty()) {
            return;
        }
        out.printf(Locale.ROOT, "  %s (%,d):%n", remark.heading, count(remark));
        lines.forEach(line -> out.println("    " + line));
        if (count(remark) > lines.size()) {
            out.printf(Locale.ROOT, "    … and %,d more%n", count(remark) - lines.size());
        }
    }

    private boolean isLong() {
        return remarks.values().stream().anyMatch(lines -> lines > MAX_LINES);
    }

    /** Ends the whole report; it is kept only if it holds more than what is printed. */
    @Override
    public void close() {
        try {
            if (all != null) {
                all.close();
                all = null;
                if (!isLong()) {
                    Files.deleteIfExists(wholeReport);
                }
            }
        } catch (IOException e) {
            unwritable = true;
        }
    }

    private void write(String line) {
        try {
            if (all == null && !unwritable) {
                Path folder = wholeReport.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                all = Files.newBufferedWriter(wholeReport);
            }
            if (all != null) {
                all.write(line);
                all.newLine();
            }
        } catch (IOException e) {
            // An import does not fail for want of its report; what is printed says that there is none.
            unwritable = true;
        }
    }
}
