package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.search.FoldSnapshot;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.Snapshots;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What it costs a fresh process to load the index, and what it costs to fold it. */
public final class LoadTable {
    private static final String HEADER = "| Sessions | venues | snapshot, KB | chunks | first load: units | trips "
            + "| saves between folds | fold: read | write | trips | write for each save |";

    private static final long OTHER_SEED = 77;

    /** How often a fold is tried while a number of saves is made that is that of the sessions. */
    private static final int FOLDS_BETWEEN = 20;

    /**
     * @param bytes of all chunks together
     * @param load of a process that finds nothing in the journal
     * @param saves how many were made until the snapshot was folded
     */
    public record Measured(
            int sessions, int venues, long bytes, int chunks, Counter.Cost load, int saves, Counter.Cost fold) {}

    private LoadTable() {}

    public static Measured measure(int sessions) {
        PricedProcess process = new PricedProcess(sessions);
        Snapshots snapshots = process.storage().snapshots();
        List<byte[]> chunks =
                snapshots.head(Index.FORMAT).flatMap(snapshots::chunks).orElseThrow();
        long bytes = chunks.stream().mapToLong(chunk -> chunk.length).sum();
        Counter.Cost load = loaded(process);
        Iterator<Supplier<SaveOutcome>> saves = saves(process);
        for (int made = 1; ; made++) {
            process.clock().advance(Duration.ofSeconds(1));
            PricedProcess.saved(saves.next().get());
            if (made % (sessions / FOLDS_BETWEEN) == 0) {
                process.counter().taken();
                if (process.foldSnapshot().fold() instanceof FoldSnapshot.Outcome.Folded) {
                    Counter.Cost fold = process.counter().taken();
                    return new Measured(sessions, process.venues(), bytes, chunks.size(), load, made, fold);
                }
            }
        }
    }

    private static Counter.Cost loaded(PricedProcess process) {
        process.counter().taken();
        process.freshIndex().current();
        return process.counter().taken();
    }

    /** One save after another, a second apart. */
    private static Iterator<Supplier<SaveOutcome>> saves(PricedProcess process) {
        GeneratedSessions others =
                GeneratedSessions.of(process.generated().sessions().size(), OTHER_SEED);
        Storage storage = process.storage();
        return Stream.of(
                        others.venues().stream()
                                .<Supplier<SaveOutcome>>map(
                                        venue -> () -> storage.venues().save(venue, SaveOutcome.NEW)),
                        others.sessions().stream()
                                .<Supplier<SaveOutcome>>map(
                                        session -> () -> storage.sessions().save(session, SaveOutcome.NEW)),
                        others.feedbacks().stream()
                                .<Supplier<SaveOutcome>>map(
                                        feedback -> () -> storage.feedbacks().save(feedback, SaveOutcome.NEW)))
                .flatMap(one -> one)
                .iterator();
    }

    public static void printHeader(PrintStream out) {
        out.println(HEADER);
        out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    }

    public static void print(Measured measured, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "| %,d | %,d | %,d | %d | %.1f | %d | %,d | %.0f | %.0f | %d | %.2f |%n",
                measured.sessions(),
                measured.venues(),
                measured.bytes() / 1024,
                measured.chunks(),
                measured.load().readUnits(),
                measured.load().trips(),
                measured.saves(),
                measured.fold().readUnits(),
                measured.fold().writeUnits(),
                measured.fold().trips(),
                measured.fold().writeUnits() / measured.saves());
    }
}
