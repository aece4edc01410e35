package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cost.CostTable;
import ie.tradsessions.adapters.dynamodb.cost.Counter;
import ie.tradsessions.adapters.dynamodb.cost.LoadTable;
import ie.tradsessions.adapters.dynamodb.cost.MemberTable;
import ie.tradsessions.adapters.dynamodb.cost.Question;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable.Change;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What questions, changes, members and loading cost: counted on DynamoDB Local, and hence the same every time. */
final class CostMeasurement {
    private static final int FEW = 2_500;
    private static final int USUAL = 8_000;
    private static final int MANY = 50_000;

    private CostMeasurement() {}

    static void measureLarge(PrintStream out) {
        LoadTable.printHeader(out);
        LoadTable.print(LoadTable.measure(MANY), out);
    }

    static void measure(PrintStream out) {
        Map<Question, CostTable.Measured> questions = CostTable.measure(USUAL);
        CostTable.print(questions, out);
        out.println();
        Map<Change, List<Counter.Cost>> changes = WriteTable.measure();
        WriteTable.print(changes, out);
        out.println();
        Map<String, Counter.Cost> members = MemberTable.measure();
        MemberTable.print(members, out);
        out.println();
        LoadTable.printHeader(out);
        for (int sessions : List.of(FEW, USUAL)) {
            LoadTable.print(LoadTable.measure(sessions), out);
        }
        out.println();
        Bill bill = new Bill(questions, changes, members);
        bill.printQuestions(out);
        out.println();
        bill.printMonths(out);
    }
}
