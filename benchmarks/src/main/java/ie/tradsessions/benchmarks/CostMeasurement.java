package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cost.Contention;
import ie.tradsessions.adapters.dynamodb.cost.CostTable;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable.Change;
import ie.tradsessions.adapters.dynamodb.paper.DynamoOnPaper;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** What questions and changes cost, counted on paper and hence the same every time. */
final class CostMeasurement {
    private static final int FEW = 8_000;
    private static final int MANY = 80_000;
    private static final int VERY_MANY = 800_000;
    private static final int WRITERS = 64;

    private CostMeasurement() {}

    static void measureLarge(PrintStream out) {
        CostTable.ofHeads(VERY_MANY).print(out);
    }

    static void measure(PrintStream out) {
        CostTable table = CostTable.of(FEW);
        table.print(out);
        out.println();
        CostTable.of(MANY).print(out);
        out.println();
        Map<Change, WriteTable.Measured> changes = WriteTable.measure();
        WriteTable.print(changes, out);
        Bill bill = new Bill(table.measured(), changes);
        out.println();
        bill.printQuestions(out);
        out.println();
        bill.printMonths(out);
        out.println();
        Contention.Outcome contention = Contention.of(WRITERS, DynamoOnPaper.table(), "on-paper");
        out.printf(
                Locale.ROOT,
                "%d writers on one session: %d of %d changes kept, %d saves of which %d came too late, %.1f for each.%n",
                contention.writers(),
                contention.kept(),
                contention.writers(),
                contention.loads(),
                contention.stale(),
                (double) contention.loads() / contention.writers());
    }
}
